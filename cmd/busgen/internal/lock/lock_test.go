package lock

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNumbersArePermanent(t *testing.T) {
	f, list := Parse(Name, nil)
	require.Empty(t, list)
	f.Update([]Event{{Name: "Order", Fields: []string{"Price", "Volume"}}, {Name: "Trade", Fields: []string{"Size"}}}, nil)
	require.Equal(t, []uint32{16, 17}, []uint32{f.Kind("Order"), f.Kind("Trade")})

	f = reread(t, f)
	f.Update([]Event{{Name: "Order", Fields: []string{"Side", "Price"}}}, nil)
	require.Zero(t, f.Kind("Trade"), "a deleted event has no number")
	require.Contains(t, string(f.Bytes()), "event 17 Trade retired\nfield 17.1 Size\n")
	require.Contains(t, string(f.Bytes()), "field 16.2 Volume retired\nfield 16.3 Side\n")

	f = reread(t, f)
	f.Update([]Event{{Name: "Trade", Fields: nil}, {Name: "Order", Fields: []string{"Side", "Price", "Volume"}}}, nil)
	require.EqualValues(t, 18, f.Kind("Trade"), "what comes back gets a new number")
	require.Contains(t, string(f.Bytes()), "field 16.2 Volume retired\nfield 16.3 Side\nfield 16.4 Volume\n")
}

func reread(t *testing.T, f *File) *File {
	again, list := Parse(Name, f.Bytes())
	require.Empty(t, list)
	require.Equal(t, string(f.Bytes()), string(again.Bytes()))
	return again
}

func TestBrokenLocks(t *testing.T) {
	for text, want := range map[string]string{
		"event 16 Order\n<<<<<<< HEAD\n":                 "2: the markers of this merge conflict are incomplete",
		"event 16 Order\n=======\n>>>>>>> x\n":           "2: the markers of this merge conflict are incomplete",
		"event 16 Order\n<<<<<<<\n=======\n<<<<<<<\n":    "4: the markers of this merge conflict are incomplete",
		"event 16 Order\n<<<<<<<\n=======\n>>>>>>>\n":    "2: merge conflict",
		"event 16 Order\nevent 16 Trade\n":               "2: number 16 is used by both Order and Trade",
		"event 16 Order\nevent 17 Order\n":               "2: event Order has two numbers, 16 and 17",
		"event 3 Order\n":                                `1: "3" is not a number of a lock`,
		"event x Order\n":                                `1: "x" is not a number of a lock`,
		"event 16 Order\nfield 16.1 A\nfield 16.1 B\n":   "3: number 16.1 is used by both A and B",
		"event 16 Order\nfield 16.1 A\nfield 16.2 A\n":   "3: field A of Order has two numbers, 16.1 and 16.2",
		"field 16.1 A\n":                                 "1: field 16.1 has no event above it",
		"event 16 Order\nfield 16.0 A\n":                 `2: "16.0" is not a number of a lock`,
		"# fine\n\nevent 16 Order gone\n":                `3: "event 16 Order gone" is not a line of a lock`,
		"kind 16 Order\n":                                `1: "kind 16 Order" is not a line of a lock`,
		"event 16\n":                                     `1: "event 16" is not a line of a lock`,
		"event 99999999999 Order\n":                      `1: "99999999999" is not a number of a lock`,
		"event 16 Or-der\n":                              `1: "event 16 Or-der" is not a line of a lock`,
		strings.Repeat("event 16 Order\n", 1) + "\x00\n": "2: \"\\x00\" is not a line of a lock",
	} {
		_, list := Parse(Name, []byte(text))
		require.Len(t, list, 1, text)
		line, message, _ := strings.Cut(want, ": ")
		require.Equal(t, line, string(rune('0'+list[0].Pos.Line)), text)
		require.Equal(t, message, list[0].Message, text)
		require.NotEmpty(t, list[0].Hint)
	}
}
