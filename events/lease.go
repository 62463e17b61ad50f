package events

import "time"

// lease says whether events that share it are valid. Each slot has one; all kept events of a type share one that never ends.
type lease struct {
	number  uint64 // odd while an event is lent; always 0 for kept events
	of      *Type
	storage Storage
	kept    Event // what Keep returned during this delivery
}

// Type describes the events of one payload. Generated code declares one for each.
type Type struct {
	kind Kind
	kept lease // of all kept events
}

// NewType returns the type of the events with this permanent number and name.
func NewType(number uint32, name string) *Type {
	t := &Type{kind: Kind{number, name}}
	t.kept.of = t
	return t
}

// Kind returns the kind of the type's events.
func (t *Type) Kind() Kind { return t.kind }

// Stamp is the part of an event that is stored beside its payload.
type Stamp struct {
	header Header
	lease  *lease
}

// Keep makes the stamp that of a kept event, and returns its share.
func (s *Stamp) Keep(t *Type, h Header) Lent {
	s.header, s.lease = h, &t.kept
	return Lent{s, 0}
}

// Storage is implemented by generated types that hold one event at a time.
type Storage interface {
	// Keep returns a kept event with the header and a deep copy of the payload.
	Keep(Header) Event
	// Clear drops the payload and all that it refers to.
	Clear()
	// Base returns the part that all storage has.
	Base() *Slot
}

// Slot is the part that all [Storage] has. A bus lends one event after another from it.
type Slot struct {
	_     [0]func() // storage is not comparable, which saves the compiler some code
	stamp *Stamp
	own   lease

	// Used is set by the bus until the slot is released.
	Used bool
}

// Base returns s. It makes a generated type that embeds Slot a [Storage].
func (s *Slot) Base() *Slot { return s }

// Lend starts the lease of an event with this header, whose stamp is part of the storage.
func (s *Slot) Lend(t *Type, h Header, stamp *Stamp, storage Storage) Lent {
	if s.stamp == nil {
		s.init(t, stamp, storage)
	}
	stamp.header = h
	s.own.number++
	return Lent{stamp, s.own.number}
}

//go:noinline
func (s *Slot) init(t *Type, stamp *Stamp, storage Storage) {
	s.stamp, stamp.lease = stamp, &s.own
	s.own.of, s.own.storage = t, storage
}

// Lent reports whether a lease has started and not ended.
func (s *Slot) Lent() bool { return s.own.number&1 != 0 }

// End ends the lease: from now on every use of the event panics. It does nothing if none is lent.
func (s *Slot) End() {
	if s.Lent() {
		s.own.number++
		if s.own.kept != nil {
			s.own.kept = nil
		}
	}
}

// Release drops the payload of the last event, so that the slot holds on to nothing.
func (s *Slot) Release() {
	s.Used = false
	if s.stamp != nil {
		s.stamp.header = Header{}
		s.own.storage.Clear()
	}
}

// String returns kind and header of the event that was lent last.
func (s *Slot) String() string { return s.own.of.kind.name + " " + s.stamp.header.String() }

// lateUse is the type of an event that was used after its delivery, as the reason of a panic. Since it is an error value and not a
// sentence, the check stays small enough to be inlined into every access: 6.4 instead of 9.9 ns a consumer.
type lateUse Type

// Error returns the sentence.
func (t *lateUse) Error() string {
	return "busgen: this " + t.kind.name + " was used after its delivery ended: call Keep during the delivery to use an event later"
}

// Lent is a share in a lease. Events and views hold one. The zero Lent belongs to no event.
type Lent struct {
	stamp  *Stamp
	number uint64
}

// own belongs to views of memory that no bus lends.
var own = Stamp{lease: &lease{}}

// Own returns the share for a view of memory that the caller owns.
func Own() Lent { return Lent{stamp: &own} }

// Check panics if the lease has ended.
func Check(l Lent) {
	if l.stamp.lease.number != l.number {
		panic((*lateUse)(l.stamp.lease.of))
	}
}

// at is a function because each method of Lent is two more methods of each generated event type. Of those that are, only the
// cheapest and the most used is inlined: the others would be inlined twice into each event type, a tenth of the build time.
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
func (l Lent) Kind() Kind { return at(l).lease.of.kind }

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
func (l Lent) String() string { return at(l).lease.of.kind.name + " " + l.stamp.header.String() }

//
//go:noinline
func (l Lent) keep() Event { return KeepLent(l, nil) }

// KeepLent returns the kept event of a lent one, which all calls during one delivery share, and itself if it is kept already.
func KeepLent(l Lent, itself Event) Event {
	s := at(l)
	if s.lease.storage == nil {
		return itself
	}
	if s.lease.kept == nil {
		s.lease.kept = s.lease.storage.Keep(s.header)
	}
	return s.lease.kept
}
