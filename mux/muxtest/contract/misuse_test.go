package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/mux"
)

// Only a constructor may make a bus: from its name the bus learns which methods deliver.
func TestInitOutsideAConstructor(t *testing.T) {
	require.PanicsWithValue(t, "busgen: mux.Bus.Init called by "+
		"github.com/busgen/busgen/mux/muxtest/contract.makesABus: only a generated constructor New… may", func() { makesABus() })
}

func makesABus() { new(mux.Bus).Init() }
