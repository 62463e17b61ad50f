package muxtest

import (
	"slices"
	"sync"

	"github.com/busgen/busgen/events"
)

// TB is what the kit needs of a *testing.T, *testing.B or *rapid.T.
type TB interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Bus is a bus to which consumers attach: every generated router.
type Bus interface {
	Attach(consumer any) (detach func(), err error)
}

// Recorder is a consumer that keeps every event, boundaries included. It may be read from any goroutine while events flow; an
// expectation looks at what has come so far. Make it with [Record] or [NewRecorder].
type Recorder struct {
	tb   TB
	mu   sync.Mutex
	kept []events.Event
}

// NewRecorder makes a recorder that is not attached, for buses whose consumers are fields.
func NewRecorder(tb TB) *Recorder { return &Recorder{tb: tb} }

// Record makes a recorder and attaches it. If tb has a Cleanup method, as *testing.T has, the recorder is detached there.
func Record(tb TB, bus Bus) *Recorder {
	tb.Helper()
	r := NewRecorder(tb)
	detach, err := bus.Attach(r)
	if err != nil {
		tb.Fatalf("muxtest: the recorder can't be attached: %v", err)
		return r
	}
	if c, ok := tb.(interface{ Cleanup(func()) }); ok {
		c.Cleanup(detach)
	}
	return r
}

// OnEvent keeps the event.
func (r *Recorder) OnEvent(e events.Event) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.kept = append(r.kept, e)
}

// Events are all events so far, boundaries included, in the order of their coming. The slice is the caller's.
func (r *Recorder) Events() []events.Event {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.kept)
}

// Payloads are the payloads of all events so far; boundaries have none and are left out.
func (r *Recorder) Payloads() []any {
	var payloads []any
	for _, e := range r.Events() {
		if p, ok := payloadOf(e); ok {
			payloads = append(payloads, p)
		}
	}
	return payloads
}

// Reset forgets what has come so far.
func (r *Recorder) Reset() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.kept = nil
}

// Of are the recorded events that satisfy an event interface, or are of a concrete type, in the order of their coming:
// Of[generated.HitEvent](rec).
func Of[E events.Event](r *Recorder) []E {
	var of []E
	for _, e := range r.Events() {
		if e, ok := e.(E); ok {
			of = append(of, e)
		}
	}
	return of
}

// PayloadsOf are the recorded payloads of one type, in the order of their coming: PayloadsOf[domain.Hit](rec).
func PayloadsOf[P any](r *Recorder) []P {
	var of []P
	for _, p := range r.Payloads() {
		if p, ok := p.(P); ok {
			of = append(of, p)
		}
	}
	return of
}
