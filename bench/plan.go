package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/busgen/busgen/bench/buses"
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
}

// build is how often the generated package of so many types is built.
type build struct{ types, times int }

var (
	// quickly measures what targets refer to. Its figures are for a machine with two cores and make under 50 seconds there.
	quickly = plan{
		rounds: 11, each: 20 * time.Millisecond, tools: growth.Quick(), calls: 3,
		builds: []build{{80, 1}, {500, 1}, {2000, 1}}, patient: 14 * time.Second,
	}
	thoroughly = plan{
		slow: true, rounds: 30, each: 20 * time.Millisecond, tools: growth.Compared, calls: 9,
		builds: []build{{10, 3}, {80, 3}, {500, 3}, {2000, 1}}, patient: time.Hour,
	}
)

// measure carries out the plan.
func (p plan) measure() (*results.Set, error) {
	s := new(results.Set)
	describe(s)
	for _, stage := range []func(*results.Set) error{p.buses, p.grown} {
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
			err := measure.Rounds(subjects, p.rounds, p.each, func(t measure.Timing) {
				s.Add(results.Carried(mode, fanout, t.Subject.Bus), t.Events,
					results.Value{Number: t.Nanos, Unit: results.Nanos},
					results.Value{Number: t.Allocations, Unit: results.Allocations})
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
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
	return nil
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
	return nil
}
