package targets

import (
	"fmt"
	"math"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/results"
)

// value returns a function that looks up a median.
func value(name, unit string) func(*results.Set) (float64, error) {
	return func(s *results.Set) (float64, error) { return median(s, name, unit) }
}

func median(s *results.Set, name, unit string) (float64, error) {
	v, ok := s.Median(name, unit)
	if !ok {
		return 0, fmt.Errorf("%s was not measured", name)
	}
	return v, nil
}

// ratio returns a function that divides the median of a by that of b.
func ratio(a, b, unit string) func(*results.Set) (float64, error) {
	return func(s *results.Set) (float64, error) {
		over, err := median(s, a, unit)
		if err != nil {
			return 0, err
		}
		under, err := median(s, b, unit)
		return over / under, err
	}
}

// againstBest returns how many times as long the fastest peer takes.
func againstBest(of buses.Comparison, fanout int, bus string) func(*results.Set) (float64, error) {
	return func(s *results.Set) (float64, error) {
		best, found := of.Best(s, fanout)
		if !found {
			return 0, fmt.Errorf("no peer of %s was measured", of.Name)
		}
		nanos, err := median(s, results.Carried(of.Name, fanout, bus), results.Nanos)
		return best / nanos, err
	}
}

// allocations returns the most of both payloads and all numbers of consumers, to the precision of a
// measurement beside which the runtime allocates a few times itself.
func allocations(bus string) func(*results.Set) (float64, error) {
	return func(s *results.Set) (float64, error) {
		most := 0.0
		for _, of := range []buses.Comparison{buses.Trade, buses.Small} {
			for _, fanout := range of.Fanouts {
				n, err := median(s, results.Carried(of.Name, fanout, bus), results.Allocations)
				if err != nil {
					return 0, err
				}
				most = max(most, n)
			}
		}
		return math.Round(most*1000) / 1000, nil
	}
}

func generator(types int) func(*results.Set) (float64, error) {
	return ratio(results.Tool(growth.Busgen, types), results.Tool(growth.GoList, types), results.Nanos)
}

// buildTime compares the build of generated code with that of the first edition's, by the clock and
// by the processor. The worse counts.
func buildTime(s *results.Set) (float64, error) {
	worse := 0.0
	for _, unit := range []string{results.Nanos, results.Processor} {
		r, err := ratio(results.Build(growth.Current, 80), results.Build(growth.First, 80), unit)(s)
		if err != nil {
			return 0, err
		}
		worse = max(worse, r)
	}
	return worse, nil
}

// linear compares the build time of one type among so many with that of one among 80.
func linear(types int) func(*results.Set) (float64, error) {
	return func(s *results.Set) (float64, error) {
		r, err := ratio(results.Build(growth.Current, types), results.Build(growth.Current, 80), results.Nanos)(s)
		return r * 80 / float64(types), err
	}
}
