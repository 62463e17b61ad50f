package main

import (
	"fmt"
	"os"
	"time"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/core"
	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/results"
)

// plan says how much is measured.
type plan struct {
	long   bool          // all peers, and the build of the package of 2000 types
	rounds int           // of each bus
	each   time.Duration // of one run of a bus
	tools  int           // runs of each tool
	builds int
	core   cores
}

// cores says how often the trading core runs, and for how many blocks, without and with the stores.
type cores struct{ rounds, blocks, storeRounds, storeBlocks int }

var (
	// quickly measures what targets refer to, on a machine with two cores in less than 90 seconds.
	quickly = plan{
		rounds: 4, each: 150 * time.Millisecond, tools: 3, builds: 2,
		core: cores{rounds: 7, blocks: 300, storeRounds: 3, storeBlocks: 40},
	}
	thoroughly = plan{
		long: true, rounds: 10, each: 200 * time.Millisecond, tools: 5, builds: 5,
		core: cores{rounds: 15, blocks: 1000, storeRounds: 5, storeBlocks: 300},
	}
)

// measure carries out the plan.
func (p plan) measure() (*results.Set, error) {
	s := new(results.Set)
	describe(s)
	for _, stage := range []struct {
		name    string
		measure func(*results.Set) error
	}{{"buses", p.buses}, {"trading core", p.cores}, {"generator and builds", p.grown}} {
		start := time.Now()
		if err := stage.measure(s); err != nil {
			return nil, err
		}
		fmt.Fprintf(os.Stderr, "bench: %s: %.0f s\n", stage.name, time.Since(start).Seconds())
	}
	return s, nil
}

// buses runs every bus with every number of consumers. Those that are compared take turns.
func (p plan) buses(s *results.Set) error {
	for _, c := range buses.All() {
		for _, fanout := range c.Fanouts {
			err := measure.Rounds(c.Subjects(fanout, p.long), p.rounds, p.each, func(t measure.Timing) {
				s.Add(t.Subject.Name, t.Events, results.Value{Number: t.Nanos, Unit: results.Nanos},
					results.Value{Number: t.Allocations, Unit: results.Allocations})
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// cores runs the trading core with more and more behind it.
func (p plan) cores(s *results.Set) error {
	core.Run(p.core.rounds, p.core.blocks, s)
	if err := core.Store(p.core.storeRounds, p.core.storeBlocks, s); err != nil {
		return err
	}
	core.Grow(s)
	return nil
}

// grown runs busgen on packages of 80 and 2000 types, and builds what it writes.
func (p plan) grown(s *results.Set) error {
	place, err := growth.NewPlace()
	if err != nil {
		return err
	}
	defer place.Close()
	few, err := place.Grow(80)
	if err != nil {
		return err
	}
	many, err := place.Grow(2000)
	if err != nil {
		return err
	}
	first, err := place.First()
	if err != nil {
		return err
	}
	for _, m := range []*growth.Module{few, many} {
		if err := m.Tools(p.tools, s); err != nil {
			return err
		}
	}
	if err := growth.Build(p.builds, s, few, first); err != nil || !p.long {
		return err
	}
	return growth.Build(1, s, many)
}
