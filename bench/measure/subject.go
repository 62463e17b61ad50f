package measure

import (
	"runtime"
	"time"

	"github.com/busgen/busgen/bench/domain"
)

// Carrier is a bus with its consumers. Every bus has its own loop, with calls as direct as its library allows, as a program
// that uses it would have.
type Carrier interface {
	// Carry makes n events, or takes n prebuilt ones, and returns when every consumer has had every one.
	Carry(n int)
	// Tallies are those of the consumers. They are read when no event is under way.
	Tallies() []*Tally
	// Close ends what the bus runs in the background.
	Close()
}

// Mode says what a carrier is given to carry.
type Mode int

const (
	// EndToEnd makes a fresh event of a header and a payload from the pool. Its sequence numbers go up from 1.
	EndToEnd Mode = iota
	// Dispatch takes prebuilt events round robin, whose sequence numbers are 1 to [domain.PoolSize].
	Dispatch
)

// String is the mode's name in results.
func (m Mode) String() string { return [...]string{"EndToEnd", "Dispatch"}[m] }

// Subject is what is measured: a bus with so many consumers in one mode.
type Subject struct {
	Bus    string
	Mode   Mode
	Fanout int
	New    func(Mode, int) Carrier
}

// Timing is one run of a subject.
type Timing struct {
	Subject     Subject
	Events      int
	Nanos       float64 // of one event
	Allocations float64 // of one event
}

// Run makes the bus, carries n events to warm up and n more that count, and checks that every consumer had all of them. The
// collection between keeps each from paying for what was left behind. The warming up is as long as the measurement because
// the process gives memory back meanwhile: without, the next subject would pay for the page faults, up to 40 ns an event.
func (s Subject) Run(n int) (Timing, error) {
	c := s.New(s.Mode, s.Fanout)
	defer c.Close()
	c.Carry(n)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	c.Carry(n)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	err := Check(s.Bus, s.expected(2*uint64(n)), c.Tallies())
	return Timing{s, n, float64(took) / float64(n), float64(after.Mallocs-before.Mallocs) / float64(n)}, err
}

// expected is the tally of so many events.
func (s Subject) expected(events uint64) *Tally {
	want := new(Tally)
	for i := range events {
		if s.Mode == Dispatch {
			i %= domain.PoolSize
		}
		want.Add(i + 1)
	}
	return want
}
