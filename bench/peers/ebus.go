package peers

import (
	"sync"
	"sync/atomic"

	"github.com/busgen/busgen/bench/measure"
)

// ebus stands for github.com/webmafia/ebus: subscribers by event number and type in a concurrent
// map, each entry a list that is read without a lock.
type ebus[P any] struct {
	source[P]
	readers[P]
	callbacks sync.Map // ebusKey to *ebusList
}

type ebusKey struct{ event, typ uint32 }

type ebusList[P any] struct {
	head atomic.Pointer[ebusNode[P]]
}

type ebusNode[P any] struct {
	call func(*Event[P])
	next atomic.Pointer[ebusNode[P]]
}

var ebusTrade = ebusKey{1, 0x5eed}

func newEbus[P any](of Kind[P], fanout int) measure.Carrier {
	b := &ebus[P]{source: newSource(of.pool), readers: of.readers(fanout)}
	list := new(ebusList[P])
	at := &list.head
	for _, r := range b.readers {
		node := &ebusNode[P]{call: r.handler()}
		at.Store(node)
		at = &node.next
	}
	b.callbacks.Store(ebusTrade, list)
	return b
}

func (b *ebus[P]) publish(e *Event[P]) {
	found, _ := b.callbacks.Load(ebusTrade)
	list, ok := found.(*ebusList[P])
	if !ok {
		return
	}
	for node := list.head.Load(); node != nil; node = node.next.Load() {
		node.call(e)
	}
}

// Carry implements measure.Carrier.
func (b *ebus[P]) Carry(n int) {
	for range n {
		b.publish(b.fresh())
	}
}
