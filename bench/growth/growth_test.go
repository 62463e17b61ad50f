package growth_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/results"
)

// Everything is measured once, on a domain of few types. The programs check what they count themselves.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a dozen packages")
	}
	tools, err := growth.BuildTools()
	require.NoError(t, err)
	defer tools.Close()
	m, err := tools.Grow(10)
	require.NoError(t, err)
	var s results.Set
	require.NoError(t, m.Time(growth.Compared, 1, &s))
	require.NoError(t, m.Build(context.Background(), &s))
	require.NoError(t, m.Measure(&s))
	require.NoError(t, m.Route(&s))
	require.NoError(t, tools.Shapes(&s))

	measured := map[string]string{
		results.Build(10): results.Nanos, results.Code(10): results.Longest, results.Route(10, "mix"): results.Nanos,
		"Payload/bytes=128/of=strings/by=value": results.Allocations, "Capabilities/count=8/by=interface": results.Nanos,
		"Slice/length=64/of=list/by=interface": results.Nanos,
	}
	for _, tool := range growth.Compared {
		measured[results.Tool(tool.Name, 10)] = results.Nanos
	}
	for name, unit := range measured {
		value, ok := s.Median(name, unit)
		require.True(t, ok, name)
		if unit != results.Allocations {
			require.Positive(t, value, name)
		}
	}
}

// A build that takes too long is given up, and what has no result is not reported as one.
func TestBuildIsGivenUp(t *testing.T) {
	tools, err := growth.BuildTools()
	require.NoError(t, err)
	defer tools.Close()
	m, err := tools.Grow(10)
	require.NoError(t, err)
	require.NoError(t, m.Generate())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var s results.Set
	require.NoError(t, m.Build(ctx, &s))
	_, ok := s.Median(results.Build(10), results.Nanos)
	require.False(t, ok)
}
