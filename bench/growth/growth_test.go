package growth_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/results"
)

// Everything is measured once: with the code of the first edition, and on a domain of few types.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles two generated packages")
	}
	place, err := growth.NewPlace()
	require.NoError(t, err)
	defer place.Close()
	few, err := place.Grow(10)
	require.NoError(t, err)
	first, err := place.First()
	require.NoError(t, err)
	var s results.Set
	require.NoError(t, few.Tools(1, &s))
	require.NoError(t, growth.Build(1, &s, few, first))
	for _, name := range []string{
		results.Tool(growth.GoList, 10), results.Tool(growth.Busgen, 10),
		results.Build(growth.Current, 10), results.Build(growth.First, 80),
	} {
		for _, unit := range []string{results.Nanos, results.Processor} {
			value, ok := s.Median(name, unit)
			require.True(t, ok, name)
			require.Positive(t, value, name)
		}
	}
	lines, ok := s.Median(results.Build(growth.First, 80), results.Lines)
	require.True(t, ok)
	require.Equal(t, 228.0, lines)
}
