package measure_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/measure"
)

// faulty carries what spoil makes of the numbers.
type faulty struct {
	last  uint64
	tally measure.Tally
	spoil func([]uint64) []uint64
}

func (f *faulty) Carry(n int) {
	var numbers []uint64
	for range n {
		f.last++
		numbers = append(numbers, f.last)
	}
	for _, s := range f.spoil(numbers) {
		f.tally.Add(s)
	}
}

func (f *faulty) Tallies() []*measure.Tally { return []*measure.Tally{&f.tally} }
func (f *faulty) Close()                    {}

func subject(spoil func([]uint64) []uint64) measure.Subject {
	return measure.Subject{Bus: "faulty", Fanout: 1, New: func(measure.Mode, int) measure.Carrier { return &faulty{spoil: spoil} }}
}

func TestFaultyBusesAreCaught(t *testing.T) {
	for says, spoil := range map[string]func([]uint64) []uint64{
		"some are lost":       func(n []uint64) []uint64 { return n[1:] },
		"some came twice":     func(n []uint64) []uint64 { return append(n, n[0]) },
		"or in another order": func(n []uint64) []uint64 { n[3], n[4] = n[4], n[3]; return n },
		"others than were made": func(n []uint64) []uint64 {
			n[3] = n[2] // one lost, another twice
			return n
		},
	} {
		_, err := subject(spoil).Run(64)
		require.ErrorContains(t, err, says)
		require.ErrorContains(t, measure.Rounds([]measure.Subject{subject(spoil)}, 1, time.Microsecond, nil), says)
	}
}

func TestGoodBusIsTimed(t *testing.T) {
	good := subject(func(n []uint64) []uint64 { return n })
	var timings []measure.Timing
	err := measure.Rounds([]measure.Subject{good, good}, 3, time.Millisecond, func(t measure.Timing) { timings = append(timings, t) })
	require.NoError(t, err)
	require.Len(t, timings, 6)
	require.Positive(t, timings[5].Nanos)
}

// In dispatch the prebuilt events come round again.
func TestDispatchRepeats(t *testing.T) {
	dispatched := subject(func(n []uint64) []uint64 {
		for i := range n {
			n[i] = (n[i]-1)%domain.PoolSize + 1
		}
		return n
	})
	_, err := dispatched.Run(3 * domain.PoolSize)
	require.Error(t, err)
	dispatched.Mode = measure.Dispatch
	_, err = dispatched.Run(3 * domain.PoolSize)
	require.NoError(t, err)
}

func TestMedian(t *testing.T) {
	require.Equal(t, 3.0, measure.Median([]float64{9, 1, 3}))
	require.Equal(t, 2.0, measure.Median([]float64{9, 1, 3, 1}))
	require.Zero(t, measure.Median(nil))
}
