package contract

import (
	"fmt"
	"strings"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/listeners"
)

// holdings are the events that the consumers of one play hold after their calls. On the model they
// are empty.
type holdings struct {
	current        *holding // the event of the call in progress
	kept, borrowed []holding
	constructed    map[int64]bool // the numbers of events that were kept before they were routed
	faults         []string
}

// holding is an event that a consumer holds, and the call by which it received it.
type holding struct {
	event events.Event
	call  listeners.Call
}

// during calls f while a call is in progress.
func (h *holdings) during(call listeners.Call, e events.Event, f func()) {
	if e != nil {
		h.current = &holding{e, call}
		defer func() { h.current = nil }()
	}
	f()
}

// keep keeps the current event.
func (h *holdings) keep() {
	if h.current == nil {
		return
	}
	kept := holding{events.Keep(h.current.event), h.current.call}
	for _, other := range h.kept {
		if other.at(kept.call) && !isSame(other.event, kept.event) {
			h.fault("two consumers kept two events of %s", kept.event)
		}
	}
	h.kept = append(h.kept, kept)
}

// borrow holds the current event without keeping it.
func (h *holdings) borrow() {
	if h.current != nil {
		h.borrowed = append(h.borrowed, *h.current)
	}
}

// use reads all events that are held. A borrowed event may be used during its delivery only, unless
// it was kept before it was routed.
func (h *holdings) use() {
	for _, k := range h.kept {
		h.valid(k)
	}
	for _, b := range h.borrowed {
		lent := kindNamed(b.call.Kind) != nil && !h.constructed[b.call.Number]
		if !lent || h.current != nil && b.at(h.current.call) {
			h.valid(b)
			continue
		}
		for name, use := range map[string]func(){
			"its payload": func() { contentOf(b.event) },
			"its number":  func() { b.event.Sequence() },
			"Keep":        func() { events.Keep(b.event) },
		} {
			if text, _ := panicOf(use); !strings.Contains(text, "call Keep") || !strings.Contains(text, b.call.Kind) {
				h.fault("a late use of %s of %v: got the panic %q", name, b.call, text)
			}
		}
	}
}

// valid expects that an event reads as when it was received.
func (h *holdings) valid(x holding) {
	text, panicked := panicOf(func() {
		want := ""
		if k := kindNamed(x.call.Kind); k != nil {
			want = spell(k.payload(x.call.Number))
		}
		place := listeners.Call{Height: x.event.BlockHeight(), Sequence: x.event.Sequence()}
		if got := contentOf(x.event); got != want || !x.at(place) {
			h.fault("the event of %v reads %s, want %s", x.call, got, want)
		}
	})
	if panicked {
		h.fault("a use of the event of %v: got the panic %q", x.call, text)
	}
}

// at reports whether the event was delivered by the same delivery as that of a call.
func (x holding) at(call listeners.Call) bool {
	return x.call.Height == call.Height && x.call.Sequence == call.Sequence
}

func (h *holdings) fault(format string, args ...any) {
	h.faults = append(h.faults, fmt.Sprintf(format, args...))
}

// kindNamed returns the kind of a name, or nil for a boundary.
func kindNamed(name string) *kind {
	for i := range kinds {
		if kinds[i].name == name {
			return &kinds[i]
		}
	}
	return nil
}
