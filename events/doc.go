// Package events holds what every event has: a [Header], a [Kind] and a lease. It also holds the boundaries of blocks and
// transactions, the views of slices and maps, and [List], the immutable list for payloads.
//
// A bus lends an event for the length of one delivery. Consumers read it through views, which show the bus's own storage,
// so reading copies nothing. The bus uses that storage again for the next event. Each access checks the lease: using an
// event, or a view of it, after its delivery panics with a sentence that says to call Keep. [Keep] returns an event that
// stays valid for ever.
//
// Headers, kinds, boundaries, lists and kept events are immutable and safe for concurrent use. Lent events and their views
// belong to the goroutine that delivers them.
//
// The place of an event is the pair (height, sequence). The start of a block has sequence 0; whatever follows in that
// block, the other boundaries included, takes the next number. [Header.Compare] orders by it.
//
// Everything that its comment does not say a program uses is for generated code: types and leases ([Type], [Stamp], [Lent], [Check]),
// storage ([Storage], [Lane], [Copies] and what copies into them), views ([ViewSlice], [ViewMap], [Value], [Own]) and the [Stamper].
package events
