package muxtest

import (
	"reflect"
	"strings"

	"github.com/busgen/busgen/events"
)

// recorded is an event with its index among all that were recorded.
type recorded struct {
	index int
	event events.Event
}

// payloaded are the events that have a payload.
func (r *Recorder) payloaded() []recorded {
	var list []recorded
	for i, e := range r.Events() {
		if _, ok := payloadOf(e); ok {
			list = append(list, recorded{i, e})
		}
	}
	return list
}

// Exactly expects these and no others, in this order. What is wanted is a payload, or an event made with its constructor
// if the header counts too. Boundaries are left out; see [Recorder.Kinds] for them.
func (r *Recorder) Exactly(want ...any) {
	r.tb.Helper()
	got := r.payloaded()
	for i := range min(len(got), len(want)) {
		if !sameKind(got[i].event, want[i]) {
			r.tb.Errorf("muxtest: %s: got %s, want %s", place(got[i].index, got[i].event), got[i].event.Kind(), wanted(want[i]))
			return
		}
		if ds := differ(got[i].event, want[i]); len(ds) > 0 {
			r.tb.Errorf("muxtest: %s: %s", place(got[i].index, got[i].event), list(ds))
		}
	}
	for _, g := range got[min(len(got), len(want)):] {
		payload, _ := payloadOf(g.event)
		r.tb.Errorf("muxtest: %s was not expected: %s", place(g.index, g.event), wanted(payload))
	}
	for _, w := range want[min(len(got), len(want)):] {
		r.tb.Errorf("muxtest: after all %d events, %s is missing", len(got), wanted(w))
	}
}

// InOrder expects these in this order, whatever comes between.
func (r *Recorder) InOrder(want ...any) {
	r.tb.Helper()
	rest := r.payloaded()
	after := "among the events"
	for _, w := range want {
		at := find(rest, w)
		if at < 0 {
			r.tb.Errorf("muxtest: %s, %s is missing%s", after, wanted(w), nearest(rest, w))
			return
		}
		after = "after " + place(rest[at].index, rest[at].event)
		rest = rest[at+1:]
	}
}

// Has expects each of these at least once, in any order.
func (r *Recorder) Has(want ...any) {
	r.tb.Helper()
	all := r.payloaded()
	for _, w := range want {
		if find(all, w) < 0 {
			r.tb.Errorf("muxtest: among the events, %s is missing%s", wanted(w), nearest(all, w))
		}
	}
}

// None expects no event with a payload of the type of one of these, whatever is in them; without arguments, no event but boundaries.
func (r *Recorder) None(of ...any) {
	r.tb.Helper()
	for _, g := range r.payloaded() {
		unwanted := len(of) == 0
		for _, o := range of {
			unwanted = unwanted || sameKind(g.event, o)
		}
		if unwanted {
			payload, _ := payloadOf(g.event)
			r.tb.Errorf("muxtest: %s was not expected: %s", place(g.index, g.event), wanted(payload))
		}
	}
}

// Kinds expects events of exactly these kinds, boundaries included: rec.Kinds("BeginBlock", "Hit", "EndBlock").
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
		r.tb.Errorf("muxtest: after all %d events, %s is missing", len(all), strings.Join(want[len(all):], ", "))
	}
}

// StrictOrder expects the place of the events, height and sequence, to go up with each.
func (r *Recorder) StrictOrder() {
	r.tb.Helper()
	all := r.Events()
	for i := 1; i < len(all); i++ {
		if all[i-1].Header().Compare(all[i].Header()) >= 0 {
			r.tb.Errorf("muxtest: %s does not come after %s", place(i, all[i]), place(i-1, all[i-1]))
		}
	}
}

// sameKind says whether the event is of the type that an expectation, a payload or an event, speaks of.
func sameKind(got events.Event, want any) bool {
	if w, ok := want.(events.Event); ok {
		return reflect.TypeOf(got) == reflect.TypeOf(w)
	}
	payload, _ := payloadOf(got)
	return reflect.TypeOf(payload) == reflect.TypeOf(want)
}

func find(list []recorded, want any) int {
	for i, g := range list {
		if sameKind(g.event, want) && len(differ(g.event, want)) == 0 {
			return i
		}
	}
	return -1
}

// nearest names the event that differs least from one that is missing.
func nearest(candidates []recorded, want any) string {
	var best recorded
	var least []difference
	for _, g := range candidates {
		if !sameKind(g.event, want) {
			continue
		}
		if ds := differ(g.event, want); least == nil || len(ds) < len(least) {
			best, least = g, ds
		}
	}
	if least == nil {
		return ""
	}
	return "; nearest is " + place(best.index, best.event) + ": " + list(least)
}
