package contract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// said is an event of a bus, which all who want it have to hear.
type said struct {
	kind    string
	header  events.Header
	payload any // nil for a boundary
	calls   []Call
}

// said is the event of a number, at a place.
func (k Kind) said(h events.Header, n int64) said { return said{k.name, h, k.payload(n), k.calls} }

// boundary is an event without a payload.
func (s Subject) boundary(name string, h events.Header) said {
	return said{name, h, nil, s.calls(name)}
}

// calls are those that an event makes.
func (s Subject) calls(name string) []Call {
	switch name {
	case "BeginBlock":
		return s.BeginBlock
	case "EndTx":
		return s.EndTx
	case "EndBlock":
		return s.EndBlock
	}
	i := slices.IndexFunc(s.Kinds, func(k Kind) bool { return k.name == name })
	if i < 0 {
		return nil
	}
	return s.Kinds[i].calls
}

// expect compares what was heard with what was said, and forgets it.
func (tr *trial) expect(want ...said) {
	tr.Helper()
	log := tr.log
	tr.log = nil
	for _, w := range want {
		for _, call := range w.calls {
			if len(log) == 0 {
				tr.Errorf("contract: after all calls, %s for %s is missing", call, w)
				return
			}
			if !tr.same(log[0], call, w) {
				return
			}
			log = log[1:]
		}
	}
	if len(log) > 0 {
		tr.Errorf("contract: %s was not expected", log[0])
	}
}

// same compares one call with what it has to be.
func (tr *trial) same(got heard, call Call, w said) bool {
	tr.Helper()
	if got.Call != call || got.event.Kind().String() != w.kind || !got.event.Header().Equal(w.header) {
		tr.Errorf("contract: got %s, want %s for %s", got, call, w)
		return false
	}
	tr.says(got.event, w.payload)
	return true
}

// says expects a payload of an event.
func (tr *trial) says(e events.Event, payload any) {
	tr.Helper()
	if payload != nil {
		record := muxtest.NewRecorder(first{tr.TB})
		record.OnEvent(e)
		record.Exactly(payload)
	}
}

// first ends a test with the first thing found, since thousands of events may differ.
type first struct{ muxtest.TB }

// Errorf ends the test.
func (f first) Errorf(format string, args ...any) {
	f.Helper()
	f.Fatalf(format, args...)
}

// next expects that this is the number of the next event.
func (tr *trial) next(sequence uint64) {
	tr.Helper()
	if got := tr.bus.Next().Sequence(); got != sequence {
		tr.Errorf("contract: the next event gets number %d, want %d", got, sequence)
	}
}

// panics expects that f panics with a sentence that begins so.
func (tr *trial) panics(with string, f func()) {
	tr.Helper()
	defer func() {
		tr.Helper()
		if got := recover(); !strings.HasPrefix(fmt.Sprint(got), with) {
			tr.Fatalf("contract: got a panic with %v, want one that begins with %q", got, with)
		}
	}()
	f()
}

// String is how a failure names the call: consumer.method.
func (c Call) String() string { return c.Consumer + "." + c.Method }

func (w said) String() string { return place(w.kind, w.header) }

func (h heard) String() string {
	return fmt.Sprintf("%s for %s", h.Call, place(h.event.Kind().String(), h.event.Header()))
}

func place(kind string, h events.Header) string {
	return fmt.Sprintf("%s (height %d, sequence %d, transaction %q)", kind, h.Height(), h.Sequence(), h.TxID())
}
