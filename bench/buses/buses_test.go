package buses_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/results"
)

// Every bus delivers every event once, in order and with its content to every consumer: Rounds
// returns an error if not.
func TestEveryBusCarriesEverything(t *testing.T) {
	for _, c := range buses.All() {
		for _, fanout := range c.Fanouts {
			require.NoError(t, measure.Rounds(c.Subjects(fanout, true), 1, time.Microsecond, func(measure.Timing) {}))
		}
	}
}

// The fastest peer counts. What hands out copies, or is ours, is no peer.
func TestBest(t *testing.T) {
	var s results.Set
	for bus, nanos := range map[string]float64{"value": 10, "copies": 20, "loop": 60, "gbus": 50} {
		s.Add(results.Carried("Trade", 4, bus), 1, results.Value{Number: nanos, Unit: results.Nanos})
	}
	best, found := buses.Trade.Best(&s, 4)
	require.True(t, found)
	require.Equal(t, 50.0, best)
	_, found = buses.Trade.Best(&s, 16)
	require.False(t, found)
}
