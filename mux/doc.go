// Package mux is the runtime under generated buses: it stamps events with their place, stores those that consumers may keep,
// holds the lists of consumers and keeps the order. Users meet it through the Router and the wired buses that busgen generates; the names exported here
// are for generated code.
//
// What a generated bus promises, and the test that proves it (in this repository's muxtest/contract unless another
// package is named):
//
//  1. Every match, once: for one event each attached consumer's every matching method is called exactly once, consumers in the
//     order of attaching, one consumer's methods in the order: by the payload, by its capabilities in order of their names,
//     OnEvent. TestModel, TestOrderOfMethods.
//  2. One total order: every consumer sees a subset of one strictly increasing sequence of (height, sequence). TestModel.
//  3. Synchronous and unbuffered: an emit returns when every consumer has returned; one from inside a consumer returns at once and is
//     delivered after the event in hand (after the whole batch, in a batch). TestNestedEmit, TestNestedEmitInBatch.
//  4. Single writer: one goroutine drives. Attaching and detaching are safe from any goroutine and from inside a consumer; both
//     take effect with the next delivery. TestAttachInside, TestDetachWaits, TestChurn.
//  5. Immutable and retainable events. TestRetained, TestDeepCopies.
//  6. Nothing allocated per event but what is kept. TestAllocations, TestNothingAllocatedByValue.
//  7. Boundaries are events and must nest. TestMisuse.
//  8. Invalid event types are ignored and counted; a consumer's panic stops the bus. TestIgnored, TestPanicStops.
//  9. Deterministic: same input, same calls. TestModel.
//  10. Attach says so when it can't help. TestAttachRefuses.
//
// What is not promised: Route and RouteBatch deliver what they are given, in the order given; a source that is out of order
// is seen out of order. The heights of blocks are the driver's: one below the last is refused, the same height again is
// not. A consumer that waits for another goroutine's detach waits for itself.
package mux
