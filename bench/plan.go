package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/core"
	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/results"
)

// plan is how much is measured.
type plan struct {
	slow    bool // the peers that can't be the best too
	rounds  int
	each    time.Duration // of one run of one bus
	tools   []growth.Tool
	calls   int // of each tool
	builds  []build
	patient time.Duration // how long the builds may take together
	growth  bool          // whether to measure what grows besides
	core    cores
}

// cores is how often the trading core runs, and for how many blocks, without and with the stores.
type cores struct{ rounds, blocks, storeRounds, storeBlocks int }

// build is how often the generated package of so many types is built, and whether its size and the way of an event through it
// are measured.
type build struct {
	types, times int
	route        bool
}

var (
	// quickly measures what targets refer to. Its figures are for a machine with two cores and make under 50 seconds there.
	quickly = plan{
		rounds: 5, each: 30 * time.Millisecond, tools: growth.Quick(), calls: 2,
		builds: []build{{80, 2, false}, {500, 1, false}}, patient: 30 * time.Second,
		core: cores{rounds: 7, blocks: 300, storeRounds: 3, storeBlocks: 40},
	}
	thoroughly = plan{
		slow: true, rounds: 11, each: 40 * time.Millisecond, tools: growth.Compared, calls: 5,
		builds: []build{{10, 3, true}, {80, 3, true}, {500, 2, true}, {2000, 1, true}}, patient: time.Hour, growth: true,
		core: cores{rounds: 15, blocks: 1000, storeRounds: 5, storeBlocks: 300},
	}
)

// measure carries out the plan.
func (p plan) measure() (*results.Set, error) {
	s := new(results.Set)
	describe(s)
	for _, stage := range []func(*results.Set) error{p.buses, p.routers, p.cores, p.grown} {
		start := time.Now()
		if err := stage(s); err != nil {
			return nil, err
		}
		fmt.Fprintf(os.Stderr, "bench: %.0f s\n", time.Since(start).Seconds())
	}
	return s, nil
}

// buses runs every bus with every number of consumers.
func (p plan) buses(s *results.Set) error {
	fmt.Fprintln(os.Stderr, "bench: buses")
	for _, mode := range []measure.Mode{measure.EndToEnd, measure.Dispatch} {
		for _, fanout := range buses.Fanouts {
			subjects := buses.Subjects(mode, fanout, p.slow)
			if mode == measure.Dispatch && !p.slow {
				subjects = targeted(subjects)
			}
			if err := p.run(subjects, "", s); err != nil {
				return err
			}
		}
	}
	return nil
}

// routers measures what only a router has: any number of consumers, and attaching while events are carried; and what a heap
// with much to mark costs.
func (p plan) routers(s *results.Set) error {
	if !p.growth {
		return nil
	}
	fmt.Fprintln(os.Stderr, "bench: routers")
	for _, fanout := range buses.Numbers {
		routers := buses.Routers(fanout)
		if slices.Contains(buses.Fanouts, fanout) {
			routers = routers[len(routers)-1:] // the others are in the table of all buses
		}
		if err := p.run(routers, "", s); err != nil {
			return err
		}
	}
	heap := measure.NewHeap(64 << 20)
	defer runtime.KeepAlive(heap)
	return p.run(buses.Routers(4), "/heap=64MiB", s)
}

// run records the subjects under their names with this ending.
func (p plan) run(subjects []measure.Subject, ending string, s *results.Set) error {
	return measure.Rounds(subjects, p.rounds, p.each, func(t measure.Timing) {
		s.Add(results.Carried(t.Subject.Mode, t.Subject.Fanout, t.Subject.Bus)+ending, t.Events,
			results.Value{Number: t.Nanos, Unit: results.Nanos},
			results.Value{Number: t.Allocations, Unit: results.Allocations})
	})
}

// targeted are the subjects of dispatch that a target refers to.
func targeted(subjects []measure.Subject) []measure.Subject {
	var some []measure.Subject
	for _, s := range subjects {
		if s.Bus == buses.ByInterface || s.Bus == buses.Loop {
			some = append(some, s)
		}
	}
	return some
}

// cores runs the trading core with more and more behind it.
func (p plan) cores(s *results.Set) error {
	fmt.Fprintln(os.Stderr, "bench: trading core")
	core.Run(p.core.rounds, p.core.blocks, s)
	if err := core.Store(p.core.storeRounds, p.core.storeBlocks, s); err != nil {
		return err
	}
	core.Grow(s)
	return nil
}

// grown runs the tools on packages of 80 and 2000 types, and builds what busgen writes for more and more types.
func (p plan) grown(s *results.Set) error {
	fmt.Fprintln(os.Stderr, "bench: generators and builds")
	tools, err := growth.BuildTools()
	if err != nil {
		return err
	}
	defer tools.Close()
	for _, types := range []int{80, 2000} {
		m, err := tools.Grow(types)
		if err != nil {
			return err
		}
		if err := m.Time(p.tools, p.calls, s); err != nil {
			return err
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), p.patient)
	defer cancel()
	for _, b := range p.builds {
		if err := b.carryOut(ctx, tools, s); err != nil {
			return err
		}
	}
	if !p.growth {
		return nil
	}
	return tools.Shapes(s)
}

func (b build) carryOut(ctx context.Context, tools *growth.Tools, s *results.Set) error {
	m, err := tools.Grow(b.types)
	if err != nil {
		return err
	}
	if err := m.Generate(); err != nil {
		return err
	}
	for range b.times {
		if err := m.Build(ctx, s); err != nil {
			return err
		}
	}
	if !b.route {
		return nil
	}
	if err := m.Measure(s); err != nil {
		return err
	}
	return m.Route(s)
}
