package contract

import (
	"math/rand/v2"
	"slices"
	"strconv"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// sameAgain: the same input gives the same calls. Whatever the input, events come in one ascending
// order, each with all its calls.
func sameAgain(t muxtest.TB, s Subject) {
	for seed := range uint64(5) {
		first, second := s.walk(t, seed), s.walk(t, seed)
		first.complete()
		if len(first.log) != len(second.log) {
			t.Errorf("contract: %d calls, and %d for the same input", len(first.log), len(second.log))
			return
		}
		for i, a := range first.log {
			b := second.log[i]
			if a.Call != b.Call || a.content != b.content || a.kept.String() != b.kept.String() {
				t.Errorf("contract: %s, and %s for the same input", a, b)
				return
			}
		}
	}
}

// walk uses a bus at random, always the same for the same seed.
func (s Subject) walk(t muxtest.TB, seed uint64) *trial {
	const steps = 200
	tr := s.begins(t)
	w := &walker{tr, rand.New(rand.NewPCG(seed, 0)), 0, 0}
	tr.observe = func(c Call, e events.Event) {
		tr.record(c, e)
		kind := e.Kind().String()
		if w.random.IntN(1+3*len(s.callsOf(kind))) == 0 && kind != "EndBlock" {
			w.send()
		}
	}
	w.block()
	for range steps {
		switch w.random.IntN(12) {
		case 0:
			w.block()
		case 1:
			w.transaction()
		default:
			w.send()
		}
	}
	return tr
}

// walker uses a bus at random.
type walker struct {
	*trial
	random *rand.Rand
	height uint64
	n      int64 // of the last event
}

// block ends the block and begins the next.
func (w *walker) block() {
	if w.height > 0 {
		if w.bus.Next().TxID() != "" {
			w.bus.EndTx()
		}
		w.bus.EndBlock()
	}
	w.height += 1 + w.random.Uint64N(2)
	w.bus.BeginBlock(block(w.height))
}

func (w *walker) transaction() {
	if w.bus.Next().TxID() != "" {
		w.bus.EndTx()
		return
	}
	w.bus.BeginTx("tx" + strconv.FormatUint(w.random.Uint64N(3), 10))
}

// send emits or routes.
func (w *walker) send() {
	switch w.random.IntN(5) {
	case 0:
		w.bus.Route(w.event(0))
	case 1:
		first := w.event(0)
		second := w.event(first.Sequence() + 1 + w.random.Uint64N(3) - w.bus.Next().Sequence())
		w.bus.RouteBatch([]events.Event{first, nil, second})
	case 2:
		w.n++
		w.kind().route(w.bus, w.bus.Next(), w.n)
	default:
		w.n++
		w.kind().emit(w.bus, w.n)
	}
}

func (w *walker) kind() Kind { return w.Kinds[w.random.IntN(len(w.Kinds))] }

// event returns an event whose number is a few after the next.
func (w *walker) event(after uint64) events.Event {
	w.n++
	next := w.bus.Next()
	if after == 0 {
		after = w.random.Uint64N(3)
	}
	return w.kind().event(next.At(next.TxID(), next.Sequence()+after), w.n)
}

// complete expects that events come in ascending order, each with all its calls and no others
// between them.
func (tr *trial) complete() {
	tr.Helper()
	var last *received
	for rest := tr.log; len(rest) > 0; {
		r := rest[0]
		if last != nil && last.kept.Header().Compare(r.kept.Header()) >= 0 {
			tr.Errorf("contract: %s comes after %s", r, *last)
		}
		last = &r
		want := tr.callsOf(r.kept.Kind().String())
		var got []Call
		for _, other := range rest[:min(len(rest), len(want))] {
			if other.kept.Header().Compare(r.kept.Header()) == 0 {
				got = append(got, other.Call)
			}
		}
		if !slices.Equal(got, want) {
			tr.Errorf("contract: %s makes the calls %v, want %v", r.kept, got, want)
			return
		}
		rest = rest[len(want):]
	}
}
