package muxtest

import (
	"reflect"
	"strings"

	"github.com/busgen/busgen/events"
)

// recorded is an event with its index among all recorded events, and its payload.
type recorded struct {
	index   int
	event   events.Event
	payload any
}

func (g recorded) String() string { return place(g.index, g.event) }

// withPayload returns the events that have a payload.
func (r *Recorder) withPayload() []recorded {
	var list []recorded
	for i, e := range r.Events() {
		if payload, ok := payloadOf(e); ok {
			list = append(list, recorded{i, e, payload})
		}
	}
	return list
}

// Exactly expects these events and no others, in this order. An expected event is a payload, or an
// event made with its constructor if the header counts too. Boundaries are left out;
// [Recorder.Kinds] includes them.
func (r *Recorder) Exactly(want ...any) {
	r.tb.Helper()
	if !r.acceptable("Exactly", want) {
		return
	}
	got := r.withPayload()
	both := min(len(got), len(want))
	for i, g := range got[:both] {
		if !g.sameType(want[i]) {
			r.tb.Errorf("muxtest: %v: got %s, want %s", g, content(g.payload), wanted(want[i]))
			return
		}
		if ds := g.differ(want[i]); len(ds) > 0 {
			r.tb.Errorf("muxtest: %v: %s", g, list(ds))
		}
	}
	for _, g := range got[both:] {
		r.tb.Errorf("muxtest: %v was not expected: %s", g, content(g.payload))
	}
	for _, w := range want[both:] {
		r.tb.Errorf("muxtest: after all %s, %s is missing", count(len(got), "event"), wanted(w))
	}
}

// InOrder expects these events in this order. Other events may come between them.
func (r *Recorder) InOrder(want ...any) {
	r.tb.Helper()
	if !r.acceptable("InOrder", want) {
		return
	}
	rest := r.withPayload()
	after := "among the events"
	for _, w := range want {
		at := find(rest, w)
		if at < 0 {
			r.tb.Errorf("muxtest: %s, %s is missing%s", after, wanted(w), nearest(rest, w))
			return
		}
		after = "after " + rest[at].String()
		rest = rest[at+1:]
	}
}

// Has expects each of these events at least once, in any order.
func (r *Recorder) Has(want ...any) {
	r.tb.Helper()
	if !r.acceptable("Has", want) {
		return
	}
	all := r.withPayload()
	for _, w := range want {
		if find(all, w) < 0 {
			r.tb.Errorf("muxtest: among the events, %s is missing%s", wanted(w), nearest(all, w))
		}
	}
}

// None expects no event whose payload has the type of one of these, whatever their fields hold.
// Without arguments it expects no events except boundaries.
func (r *Recorder) None(of ...any) {
	r.tb.Helper()
	if !r.acceptable("None", of) {
		return
	}
	for _, g := range r.withPayload() {
		unwanted := len(of) == 0
		for _, o := range of {
			unwanted = unwanted || g.sameType(o)
		}
		if unwanted {
			r.tb.Errorf("muxtest: %v was not expected: %s", g, content(g.payload))
		}
	}
}

// Kinds expects events of exactly these kinds, boundaries included: rec.Kinds("BeginBlock", "Hit",
// "EndBlock").
func (r *Recorder) Kinds(want ...string) {
	r.tb.Helper()
	all := r.Events()
	for i := range min(len(all), len(want)) {
		if got := all[i].Kind().String(); got != want[i] {
			r.tb.Errorf("muxtest: %s: got %s, want %s", place(i, all[i]), got, want[i])
			return
		}
	}
	switch {
	case len(all) > len(want):
		r.tb.Errorf("muxtest: %s was not expected", place(len(want), all[len(want)]))
	case len(all) < len(want):
		r.tb.Errorf("muxtest: after all %s, %s is missing", count(len(all), "event"), strings.Join(want[len(all):], ", "))
	}
}

// StrictOrder expects that each event comes after the one before it, by height and sequence number.
func (r *Recorder) StrictOrder() {
	r.tb.Helper()
	all := r.Events()
	for i := 1; i < len(all); i++ {
		if all[i-1].Header().Compare(all[i].Header()) >= 0 {
			r.tb.Errorf("muxtest: %s does not come after %s", place(i, all[i]), place(i-1, all[i-1]))
		}
	}
}

// sameType reports whether an expectation has the event's type, or its payload's.
func (g recorded) sameType(want any) bool {
	if w, ok := want.(events.Event); ok {
		return reflect.TypeOf(g.event) == reflect.TypeOf(w)
	}
	return reflect.TypeOf(g.payload) == reflect.TypeOf(want)
}

func find(list []recorded, want any) int {
	for i, g := range list {
		if g.sameType(want) && len(g.differ(want)) == 0 {
			return i
		}
	}
	return -1
}

// nearest describes the event that differs least from a missing one.
func nearest(candidates []recorded, want any) string {
	var best recorded
	var least []difference
	for _, g := range candidates {
		if !g.sameType(want) {
			continue
		}
		if ds := g.differ(want); least == nil || len(ds) < len(least) {
			best, least = g, ds
		}
	}
	if least == nil {
		return ""
	}
	return "; the nearest is " + best.String() + ": " + list(least)
}
