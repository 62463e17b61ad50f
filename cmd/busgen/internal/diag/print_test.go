package diag

import (
	"errors"
	"go/token"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func at(file string, line, column int) token.Position {
	return token.Position{Filename: file, Line: line, Column: column}
}

func TestPrintSortsAndDropsRepeats(t *testing.T) {
	var list List
	list.Addf(at("/m/b.go", 2, 1), "b %d", 2)
	list.Append(List{
		{Pos: at("/m/a.go", 10, 1), Message: "ten", Related: []Related{{Pos: at("/m/b.go", 9, 18), Message: "first used here"}}, Hint: "do this"},
		{Pos: at("/m/a.go", 9, 4), Message: "second"},
		{Pos: at("/m/a.go", 9, 4), Message: "first"},
		{Pos: at("/m/a.go", 9, 4), Message: "second", Hint: "dropped"},
		{Message: "nowhere"},
		{Pos: token.Position{Filename: "/other/place.go"}, Message: "no line"},
	})
	var text strings.Builder
	require.NoError(t, list.Print(&text, "/m"))
	require.Equal(t, `nowhere
a.go:9:4: first
a.go:9:4: second
a.go:10:1: ten
	b.go:9:18: first used here
	hint: do this
b.go:2:1: b 2
/other/place.go: no line
`, text.String())
}

func TestShortenKeepsTheShorterPath(t *testing.T) {
	require.Equal(t, "../b/c.go", Relative("/very/long/b/c.go", "/very/long/a"))
	require.Equal(t, "/x.go", Relative("/x.go", "/very/long/a"))
	require.Equal(t, "x.go", Relative("x.go", "/very/long/a"))
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestPrintReportsWriteErrors(t *testing.T) {
	require.EqualError(t, List{{Message: "x"}}.Print(broken{}, "/"), "full")
}

func TestNotes(t *testing.T) {
	list := List{{Pos: at("/m/a.go", 1, 2), Message: "nobody gets it", Note: true}}
	require.False(t, list.Failed())
	var text strings.Builder
	require.NoError(t, list.Print(&text, "/m"))
	require.Equal(t, "a.go:1:2: note: nobody gets it\n", text.String())
	list.Addf(token.Position{}, "wrong")
	require.True(t, list.Failed())
}
