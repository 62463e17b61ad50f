package events

import (
	"strconv"
	"time"
)

// Type describes the events of one payload. Generated code declares one for each, when the program starts.
type Type struct {
	kind  Kind
	index uint64 // in types
}

// types are all types of the program. The first belongs to no event.
var types = []*Type{{}}

// NewType returns the type of the events with this permanent number and name. It must not be called while events are in use.
func NewType(number uint32, name string) *Type {
	t := &Type{Kind{number, name}, uint64(len(types))}
	if t.index >= lent {
		panic("busgen: a program has at most " + strconv.Itoa(lent-1) + " types of events")
	}
	types = append(types, t)
	return t
}

// Kind returns the kind of the type's events.
func (t *Type) Kind() Kind { return t.kind }

// lent is the bit of a lease's number that is set while its event is lent.
const lent = 1 << 16

// Stamp is the part of an event that is stored beside its payload: its place, and the number of its lease.
//
// The number's bits below lent are the index of the event's type. Those above count the leases of the storage; they are 0 for a kept
// event, whose lease never ends.
type Stamp struct {
	header Header
	number uint64
}

// Keep makes the stamp that of a kept event.
func (s *Stamp) Keep(t *Type, h Header) Lent {
	s.header, s.number = h, t.index
	return Lent{s, s.number}
}

// Lend starts a lease.
func (s *Stamp) Lend(t *Type, h Header) Lent {
	s.header = h
	s.number = (s.number + lent) | t.index
	return Lent{s, s.number}
}

// Lent reports whether a lease has started and not ended.
func (s *Stamp) Lent() bool { return s.number&lent != 0 }

// End ends the lease: from now on every use of the event panics. It does nothing if none has started.
func (s *Stamp) End() { s.number += s.number & lent }

// String returns kind and header of the event that was lent last.
func (s *Stamp) String() string { return s.typ().kind.name + " " + s.header.String() }

func (s *Stamp) typ() *Type { return types[s.number%lent] }

// lateUse is the stamp of an event that was used after its delivery, as the reason of a panic. Since it is an error value and not a
// sentence, the check stays small enough to be inlined into every access: 6.4 instead of 9.9 ns a consumer.
type lateUse Stamp

// Error returns the sentence.
func (s *lateUse) Error() string {
	return "busgen: this " + (*Stamp)(s).typ().kind.name +
		" was used after its delivery ended: call Keep during the delivery to use an event later"
}

// Lent is a share in a lease. Events and views hold one. The zero Lent belongs to no event.
type Lent struct {
	stamp  *Stamp
	number uint64
}

// own belongs to views of memory that no bus lends.
var own Stamp

// Own returns the share for a view of memory that the caller owns.
func Own() Lent { return Lent{stamp: &own} }

// Check panics if the lease has ended.
func Check(l Lent) {
	if l.stamp.number != l.number {
		panic((*lateUse)(l.stamp))
	}
}

// Given reports whether the share is one in a lease: not if it is that of a zero event or view. It panics if the lease has ended.
func Given(l Lent) bool {
	if l.stamp == nil {
		return false
	}
	Check(l)
	return true
}

// at is a function because each method of Lent is two more methods of each generated event type. Of those that are, only the
// cheapest and most used is inlined: the others would be inlined twice into each event type, which is a tenth of the build time.
func at(l Lent) *Stamp {
	Check(l)
	return l.stamp
}

// Header returns the event's place.
//
//go:noinline
func (l Lent) Header() Header { return at(l).header }

// Kind returns the kind of the event.
//
//go:noinline
func (l Lent) Kind() Kind { return at(l).typ().kind }

// Sequence returns the event's number within its block.
func (l Lent) Sequence() uint64 { return at(l).header.sequence }

// BlockHeight returns the height of the event's block.
//
//go:noinline
func (l Lent) BlockHeight() uint64 { return at(l).header.Height() }

// BlockTime returns the time of the event's block.
//
//go:noinline
func (l Lent) BlockTime() time.Time { return at(l).header.Time() }

// TxID returns the name of the event's transaction.
//
//go:noinline
func (l Lent) TxID() string { return at(l).header.TxID() }

// String returns kind and header.
//
//go:noinline
func (l Lent) String() string { return at(l).String() }

func (l Lent) sealed() {}

var _ interface{ sealed() } = Lent{} // for generated events, which embed it
