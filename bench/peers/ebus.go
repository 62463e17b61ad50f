package peers

import (
	"sync"
	"sync/atomic"

	"github.com/busgen/busgen/bench/measure"
)

// ebus stands for github.com/webmafia/ebus, which the module proxy does not serve: subscribers by event number and type in a concurrent map,
// each entry a list that is read without a lock. Its subscribers must not keep what they get; since what is measured is
// an event that a consumer may keep, each is allocated here as for the other buses.
type ebus struct {
	*Maker
	counters
	mode      measure.Mode
	callbacks sync.Map // ebusKey to *ebusList
}

type ebusKey struct{ event, typ uint32 }

type ebusList struct{ head atomic.Pointer[ebusNode] }

type ebusNode struct {
	call func(*Event)
	next atomic.Pointer[ebusNode]
}

const ebusTrade, ebusType = 1, 0x5eed

// NewEbus is the stand-in for webmafia/ebus.
func NewEbus(mode measure.Mode, fanout int) measure.Carrier {
	b := &ebus{Maker: NewMaker(), counters: newCounters(fanout), mode: mode}
	list := new(ebusList)
	at := &list.head
	for _, c := range b.counters {
		node := &ebusNode{call: c.OnTrade}
		at.Store(node)
		at = &node.next
	}
	b.callbacks.Store(ebusKey{ebusTrade, ebusType}, list)
	return b
}

func (b *ebus) publish(e *Event) {
	found, _ := b.callbacks.Load(ebusKey{ebusTrade, ebusType})
	list, ok := found.(*ebusList)
	if !ok {
		return
	}
	for node := list.head.Load(); node != nil; node = node.next.Load() {
		node.call(e)
	}
}

// Carry implements measure.Carrier.
func (b *ebus) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.publish(b.Ready())
		}
		return
	}
	for range n {
		b.publish(b.Fresh())
	}
}
