package core_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/core"
	"github.com/busgen/busgen/bench/results"
)

func TestEverythingIsMeasured(t *testing.T) {
	s := new(results.Set)
	core.Run(2, 20, s)
	require.NoError(t, core.Store(1, 20, s))
	for name, unit := range map[string]string{
		core.Behind("nothing"): results.Nanos, core.Behind("bus"): core.Share, core.Behind("positions"): results.Nanos,
		core.Behind("stores"): results.Nanos, core.Stored("stores"): core.Rows, core.Stored("loop"): core.Rows,
	} {
		_, found := s.Median(name, unit)
		require.True(t, found, name)
	}
}
