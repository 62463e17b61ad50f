// Package muxtest is a test kit for code that uses a generated bus. A [Recorder] keeps every event;
// its methods state what is expected, in terms of the domain:
//
//	rec := muxtest.Record(t, bus)
//	engine.Run()
//	rec.Exactly(domain.Spawned{…}, domain.Hit{…})
//	rec.None(domain.Moved{})
//	rec.StrictOrder()
//
// It works with the events of any generated package. Payloads are compared field by field: times as
// instants, types that have an Equal method (a decimal, say) with that method, lists by their
// items, NaN as equal to NaN, a nil slice or map as equal to an empty one. A failure names the
// event, the path of the field, and both values.
//
// An expectation that cannot match any event is itself a failure, so that no test passes without
// having compared anything. A value is accepted if its type is a payload P for which the bus has a
// method EmitP(P), or if a recorded event has such a payload, and an event if this holds for its
// payload. Pointers, views, event structs, nil, boundaries and other types are rejected, with the
// reason. [Record] tells the recorder its bus; for a recorder that is a field of a wired bus,
// [Recorder.SetBus] does. A recorder without a bus accepts only payloads that it has recorded.
//
// [Check] finds methods of a consumer that look like consumer methods but are misspelt or have
// another signature.
//
// Package contract, below this one, is a conformance test suite for generated buses.
//
// The test kit uses reflection; the delivery path does not.
package muxtest
