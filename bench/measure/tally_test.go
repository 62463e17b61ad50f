package measure_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/measure"
)

// faulty delivers what spoil returns of each batch of numbers.
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
	return measure.Subject{
		Name: "faulty", Fanout: 1, Reading: func(i uint64) uint64 { return i },
		Bus: measure.Bus{New: func(int) measure.Carrier { return &faulty{spoil: spoil} }},
	}
}

func TestFaultyBusesAreCaught(t *testing.T) {
	for name, spoil := range map[string]func([]uint64) []uint64{
		"loses one":         func(n []uint64) []uint64 { return n[1:] },
		"delivers twice":    func(n []uint64) []uint64 { return append(n, n[0]) },
		"reorders":          func(n []uint64) []uint64 { n[3], n[4] = n[4], n[3]; return n },
		"replaces one":      func(n []uint64) []uint64 { n[3] = n[2]; return n },
		"delivers too late": func(n []uint64) []uint64 { return append(n[1:], n[0]) },
	} {
		err := measure.Rounds([]measure.Subject{subject(spoil)}, 1, time.Microsecond, func(measure.Timing) {})
		require.ErrorContains(t, err, "faulty: consumer 1 received", name)
	}
}

func TestGoodBusIsTimed(t *testing.T) {
	good := subject(func(n []uint64) []uint64 { return n })
	var timings []measure.Timing
	record := func(t measure.Timing) { timings = append(timings, t) }
	err := measure.Rounds([]measure.Subject{good, good}, 3, time.Millisecond, record)
	require.NoError(t, err)
	require.Len(t, timings, 6)
	require.Positive(t, timings[5].Nanos)
}

func TestMissingConsumerIsCaught(t *testing.T) {
	two := subject(func(n []uint64) []uint64 { return n })
	two.Fanout = 2
	err := measure.Rounds([]measure.Subject{two}, 1, time.Microsecond, func(measure.Timing) {})
	require.ErrorContains(t, err, "1 of 2 consumers")
}

func TestMedian(t *testing.T) {
	require.Equal(t, 3.0, measure.Median([]float64{9, 1, 3}))
	require.Equal(t, 2.0, measure.Median([]float64{9, 1, 3, 1}))
	require.Zero(t, measure.Median(nil))
}
