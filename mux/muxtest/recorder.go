package muxtest

import (
	"reflect"
	"slices"
	"sync"

	"github.com/busgen/busgen/events"
)

// TB is the part of *testing.T, *testing.B and *rapid.T that the kit uses.
type TB interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Bus is implemented by buses to which consumers attach: every generated router.
type Bus interface {
	Attach(consumer any) (detach func(), err error)
}

// Recorder is a consumer that keeps every event, boundaries included. It may be read from any
// goroutine while events flow; an expectation checks the events recorded so far. Make one with
// [Record] or [NewRecorder].
type Recorder struct {
	tb      TB
	mu      sync.Mutex
	kept    []events.Event
	bus     reflect.Type   // nil until SetBus
	emitted []reflect.Type // the payloads that the bus emits
}

// NewRecorder returns a recorder that is not attached, for the fields of a wired bus. Call
// [Recorder.SetBus] when the bus exists.
func NewRecorder(tb TB) *Recorder { return &Recorder{tb: tb} }

// Record returns a recorder that is attached to the bus. If tb has a Cleanup method, as *testing.T
// has, the recorder is detached there.
func Record(tb TB, bus Bus) *Recorder {
	tb.Helper()
	r := NewRecorder(tb)
	r.SetBus(bus)
	detach, err := bus.Attach(r)
	if err != nil {
		tb.Fatalf("muxtest: cannot attach the recorder: %v", err)
		return r
	}
	if c, ok := tb.(interface{ Cleanup(func()) }); ok {
		c.Cleanup(detach)
	}
	return r
}

// SetBus tells the recorder which payloads it can receive: those that the bus emits. [Record] calls
// it. A recorder without a bus knows only the payloads that it has recorded, so it cannot tell an
// event that never came from one that cannot come.
func (r *Recorder) SetBus(bus any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bus = reflect.TypeOf(bus)
	r.emitted = payloadsOf(r.bus)
}

// OnEvent keeps the event.
func (r *Recorder) OnEvent(e events.Event) {
	kept := events.Keep(e)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.kept = append(r.kept, kept)
}

// Events returns all events so far, boundaries included, in order of arrival. The slice belongs to
// the caller.
func (r *Recorder) Events() []events.Event {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.kept)
}

// Payloads returns copies of the payloads of all events so far. Boundaries have none and are left
// out.
func (r *Recorder) Payloads() []any {
	var payloads []any
	for _, e := range r.Events() {
		if p, ok := payloadOf(e); ok {
			payloads = append(payloads, p)
		}
	}
	return payloads
}

// Reset drops the events recorded so far.
func (r *Recorder) Reset() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.kept = nil
}

// Of returns the recorded events that implement an event interface, or have a concrete type, in
// order of arrival: Of[generated.HitEvent](rec).
func Of[E events.Event](r *Recorder) []E {
	var of []E
	for _, e := range r.Events() {
		if e, ok := e.(E); ok {
			of = append(of, e)
		}
	}
	return of
}

// PayloadsOf returns copies of the recorded payloads of one type, or of those that implement an
// interface, in order of arrival: PayloadsOf[domain.Hit](rec). It is an error if the bus emits no
// payload of that type.
func PayloadsOf[P any](r *Recorder) []P {
	r.tb.Helper()
	var of []P
	for _, p := range r.Payloads() {
		if p, ok := p.(P); ok {
			of = append(of, p)
		}
	}
	if wanted := reflect.TypeFor[P](); of == nil && wanted.Kind() != reflect.Interface && r.hasBus() {
		if why := r.rejectType(wanted); why != "" {
			r.tb.Errorf("muxtest: PayloadsOf: %s", why)
		}
	}
	return of
}
