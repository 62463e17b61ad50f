package buses_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/measure"
)

// Every bus carries every event once and in order to every consumer: Run says so if not.
func TestEveryBusCarriesEverything(t *testing.T) {
	for _, mode := range []measure.Mode{measure.EndToEnd, measure.Dispatch} {
		for _, fanout := range buses.Fanouts {
			for _, s := range buses.Subjects(mode, fanout, true) {
				_, err := s.Run(200)
				require.NoError(t, err, "%v to %d", mode, fanout)
			}
		}
	}
}
