package measure

import (
	"runtime"
	"slices"
	"time"
)

// Live is how much memory is alive beside the buses, as in a program that does something: with next to none, the garbage
// collector runs every 4 MiB. A run of 20 ms sees one or two of its cycles this way.
const Live = 64 << 20

// Rounds runs all subjects in turn, each for about this long, as often as asked, and hands over every timing. What disturbs
// the machine for a while disturbs all subjects then, which a ratio of medians does not show.
func Rounds(subjects []Subject, rounds int, each time.Duration, record func(Timing)) error {
	defer runtime.KeepAlive(make([]byte, Live))
	events := make([]int, len(subjects))
	for i, s := range subjects {
		n, err := calibrate(s, each)
		if err != nil {
			return err
		}
		events[i] = n
	}
	for range rounds {
		for i, s := range subjects {
			timing, err := s.Run(events[i])
			if err != nil {
				return err
			}
			record(timing)
		}
	}
	return nil
}

// calibrate finds how many events take about this long. A bus that flushes now and then, or a moment without the processor, makes a
// few events look slow, so what was found has to hold for as many events.
func calibrate(s Subject, each time.Duration) (int, error) {
	for n := 64; ; {
		timing, err := s.Run(n)
		if err != nil {
			return 0, err
		}
		fit := max(1, int(float64(each)/timing.Nanos))
		if fit <= 2*n {
			return fit, nil
		}
		n = min(fit, 16*n)
	}
}

// Median is the middle one of the values, or the mean of the two in the middle; 0 of none.
func Median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return 0
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
