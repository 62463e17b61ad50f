package results_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/results"
)

func TestWhatIsWrittenIsRead(t *testing.T) {
	var s results.Set
	s.Describe("cpu", "some")
	s.Add("A/x=1", 10, results.Value{Number: 5, Unit: results.Nanos}, results.Value{Number: 1, Unit: results.Allocations})
	s.Add("B", 1, results.Value{Number: 7, Unit: results.Lines})
	s.Add("A/x=1", 10, results.Value{Number: 8, Unit: results.Nanos})
	var text bytes.Buffer
	require.NoError(t, s.Write(&text))
	require.Equal(t, `cpu: some

BenchmarkA/x=1 10 5 ns/op 1 allocs/op
BenchmarkA/x=1 10 8 ns/op
BenchmarkB 1 7 lines
`, text.String())

	read, err := results.Read(&text, "latest.txt")
	require.NoError(t, err)
	require.Equal(t, "some", read.Description("cpu"))
	got, ok := read.Median("A/x=1", results.Nanos)
	require.True(t, ok)
	require.Equal(t, 6.5, got)
	_, ok = read.Median("B", results.Nanos)
	require.False(t, ok)
}

func TestWhatIsNoResultIsAnError(t *testing.T) {
	_, err := results.Read(strings.NewReader("BenchmarkA ten 5 ns/op\n"), "latest.txt")
	require.ErrorContains(t, err, "latest.txt:1")
}
