package pipeline

import (
	"fmt"
	"io"
	"time"
)

// Clock measures the stages of one run.
type Clock struct {
	begun  time.Time
	stages []stage
	open   bool // the last stage has not ended
}

type stage struct {
	name  string
	begun time.Time
	took  time.Duration
}

// NewClock returns a clock that starts now.
func NewClock() *Clock { return &Clock{begun: time.Now()} }

// Stage ends the current stage and starts the next.
func (c *Clock) Stage(name string) {
	c.Stop()
	c.stages = append(c.stages, stage{name: name, begun: time.Now()})
	c.open = true
}

// Stop ends the current stage, if there is one.
func (c *Clock) Stop() {
	if c.open {
		last := &c.stages[len(c.stages)-1]
		last.took = time.Since(last.begun)
		c.open = false
	}
}

// Print writes the stages that ran, in their order, and the total, a line each.
func (c *Clock) Print(w io.Writer) {
	line := func(name string, took time.Duration) {
		fmt.Fprintf(w, "%-10s %9.2fms\n", name, float64(took)/float64(time.Millisecond))
	}
	for _, s := range c.stages {
		line(s.name, s.took)
	}
	line("total", time.Since(c.begun))
}
