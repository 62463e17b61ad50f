// Package muxtest is the test kit for what runs on a generated bus: a [Recorder] that keeps every event, and expectations on
// what it kept that read like the domain:
//
//	rec := muxtest.Record(t, bus)
//	engine.Run()
//	rec.Exactly(domain.Spawned{…}, domain.Hit{…})
//	rec.None(domain.Died{})
//	rec.StrictOrder()
//
// It works with the events of any generated package. Payloads are compared field by field: times as instants, types that have an Equal
// method (a decimal, say) by it, lists by their items, a nil slice or map like an empty one. A failure names the event, the path
// of the field, what it got and what it wanted.
//
// Package contract, below this one, tests what a bus promises, for any bus of any domain.
//
// Being a test kit it uses reflection, as nothing on the way of an event does.
package muxtest
