package ours

import (
	"time"

	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/measure"
)

// churned is a router to which another consumer attaches, and from which it detaches, 1000 times a second and from another
// goroutine, while events are carried.
type churned struct {
	*router
	stop, stopped chan struct{}
}

// NewChurned is a router by value under attaching and detaching. The consumers that stay have to get every event.
func NewChurned(mode measure.Mode, fanout int) measure.Carrier {
	b := &churned{NewByValue(mode, fanout).(*router), make(chan struct{}), make(chan struct{})}
	go b.churn()
	return b
}

func (b *churned) churn() {
	defer close(b.stopped)
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-b.stop:
			return
		case <-tick.C:
			detach, err := b.bus.Attach(generated.TradeFunc(func(generated.TradeEvent) {}))
			if err != nil {
				panic("bench: the router refuses a consumer: " + err.Error())
			}
			detach()
		}
	}
}

// Close ends the other goroutine.
func (b *churned) Close() {
	close(b.stop)
	<-b.stopped
}
