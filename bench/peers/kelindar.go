package peers

import (
	"time"

	"github.com/kelindar/event"

	"github.com/busgen/busgen/bench/measure"
)

// kelindar is github.com/kelindar/event: a queue and a goroutine for each subscriber.
type kelindar struct {
	*Maker
	*crowd
	mode   measure.Mode
	bus    *event.Dispatcher
	cancel []func()
}

// Type is the number by which kelindar/event finds the subscribers.
func (e *Event) Type() uint32 { return 1 }

// NewKelindar is kelindar/event with events by pointer.
func NewKelindar(mode measure.Mode, fanout int) measure.Carrier {
	b := &kelindar{Maker: NewMaker(), crowd: newCrowd(fanout), mode: mode, bus: event.NewDispatcher()}
	for _, c := range b.members {
		b.cancel = append(b.cancel, event.SubscribeTo(b.bus, 1, c.OnTrade))
	}
	return b
}

// Carry implements measure.Carrier.
func (b *kelindar) Carry(n int) {
	b.expect(n)
	if b.mode == measure.Dispatch {
		for range n {
			event.Publish(b.bus, b.Ready())
		}
	} else {
		for range n {
			event.Publish(b.bus, b.Fresh())
		}
	}
	b.wait()
}

// Close ends the subscribers' goroutines.
func (b *kelindar) Close() { closeKelindar(b.bus, b.cancel) }

// closeKelindar ends the subscribers first: each looks whether it is cancelled when the dispatcher next flushes, which it does every
// half a millisecond until it is closed. Otherwise they and their queues stay for ever, and the next bus pays for them.
func closeKelindar(bus *event.Dispatcher, cancel []func()) {
	for _, c := range cancel {
		c()
	}
	time.Sleep(5 * time.Millisecond)
	must(bus.Close())
}
