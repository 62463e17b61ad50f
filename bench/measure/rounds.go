package measure

import (
	"runtime"
	"slices"
	"time"
)

// batch is the number of events that a subject carries between two looks at the clock.
const batch = 4096

// Timing is one run of a subject.
type Timing struct {
	Subject     Subject
	Events      int
	Nanos       float64 // of one event
	Allocations float64 // of one event
}

// Rounds runs all subjects in turns, each for about this long, as often as asked, and records every
// run. What disturbs the machine for a while then disturbs all subjects. Every second round goes
// backwards: a subject that allocates finds memory that the one before it has used, or memory that
// the system has taken back meanwhile, which is slower.
func Rounds(subjects []Subject, rounds int, each time.Duration, record func(Timing)) error {
	live := newHeap()
	defer runtime.KeepAlive(live)
	subjects = slices.Clone(subjects)
	for range rounds {
		for _, s := range subjects {
			timing, err := s.run(each)
			if err != nil {
				return err
			}
			record(timing)
		}
		slices.Reverse(subjects)
	}
	return nil
}

// run makes the bus, warms it up for a third of the time, measures, and checks what the consumers
// received. The collection at the start keeps a subject from paying for the garbage of the one
// before. It comes before the warm-up, so that the collections of the subject's own garbage, one
// every 64 MiB, fall into the measurement.
func (s Subject) run(each time.Duration) (Timing, error) {
	c := s.Bus.New(s.Fanout)
	defer c.Close()
	runtime.GC()
	warm, _ := carry(c, each/3)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	n, took := carry(c, each)
	runtime.ReadMemStats(&after)
	return Timing{
		Subject: s, Events: n,
		Nanos:       float64(took) / float64(n),
		Allocations: float64(after.Mallocs-before.Mallocs) / float64(n),
	}, s.check(warm+n, c.Tallies())
}

// carry carries batches until the time is over.
func carry(c Carrier, each time.Duration) (events int, took time.Duration) {
	for start := time.Now(); took < each; took = time.Since(start) {
		c.Carry(batch)
		events += batch
	}
	return events, took
}

// Median returns the middle one of the values, or the mean of the two in the middle; 0 of none.
func Median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return 0
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
