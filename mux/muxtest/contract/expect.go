package contract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/busgen/busgen/events"
)

// delivered is an event that all its consumers have to receive.
type delivered struct {
	kind    string
	header  events.Header
	content string // empty for a boundary
	calls   []Call
}

// delivered returns the event of a number, with a header.
func (k Kind) delivered(h events.Header, n int64) delivered {
	return delivered{k.name, h, spell(k.payload(n)), k.calls}
}

// boundary returns an event without a payload.
func (s Subject) boundary(name string, h events.Header) delivered {
	return delivered{name, h, "", s.callsOf(name)}
}

// callsOf returns the calls that events of a kind make.
func (s Subject) callsOf(name string) []Call {
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

// expect compares the log with the events that should be in it, and clears it.
func (tr *trial) expect(want ...delivered) {
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

// same compares one call with the one that should have come.
func (tr *trial) same(got received, call Call, w delivered) bool {
	tr.Helper()
	if got.Call != call || got.kept.Kind().String() != w.kind || !got.kept.Header().Equal(w.header) {
		tr.Errorf("contract: got %s, want %s for %s", got, call, w)
		return false
	}
	if got.content != w.content {
		tr.Errorf("contract: %s read %s, want %s", got, got.content, w.content)
		return false
	}
	if kept := contentOf(got.kept); kept != w.content {
		tr.Errorf("contract: the kept event of %s reads %s, want %s", got, kept, w.content)
		return false
	}
	return true
}

// next expects that the next event gets this number.
func (tr *trial) next(sequence uint64) {
	tr.Helper()
	if got := tr.bus.Next().Sequence(); got != sequence {
		tr.Errorf("contract: the next event gets number %d, want %d", got, sequence)
	}
}

// panics expects that f panics with a text that contains all parts.
func (tr *trial) panics(f func(), parts ...string) {
	tr.Helper()
	text, panicked := panicOf(f)
	for _, part := range parts {
		if !panicked || !strings.Contains(text, part) {
			tr.Fatalf("contract: got the panic %q, want one that contains %q", text, part)
		}
	}
}

// panicOf returns the text of the panic of f, and reports whether there is one.
func panicOf(f func()) (text string, panicked bool) {
	panicked = true
	defer func() {
		if panicked {
			text = fmt.Sprint(recover())
		}
	}()
	f()
	panicked = false
	return "", false
}

// String returns how a failure names the call: consumer.method.
func (c Call) String() string { return c.Consumer + "." + c.Method }

func (w delivered) String() string { return w.kind + " " + w.header.String() }

func (r received) String() string { return r.Call.String() + " for " + r.kept.String() }
