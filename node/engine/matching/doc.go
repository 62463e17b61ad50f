// Package matching implements the order book of one market: orders match by price, then by time of entry.
//
// An order enters in two steps. [Book.Plan] returns what would happen to it and changes nothing, so that fees and margin can be checked
// for exactly those fills. [Book.Accept] carries the plan out and emits the events. A plan is valid until the book changes.
//
//   - A limit order fills at its price or better, oldest orders first, at the price of the order in the book. The rest stays in the
//     book (good till cancelled) or is removed (immediate or cancel).
//   - A market order has no price, and never rests.
//   - Fill or kill fills completely or is rejected. There is no reason for that among the recorded ones: it is rejected with
//     InvalidRemainingSize.
//   - Post-only is rejected if it would fill at once. Reduce-only fills at most what closes its party's position, and is rejected if
//     there is nothing to close.
//   - An order that meets an order of its own party stops there. The rest is removed with the reason SelfTrading.
//   - An amended order enters again, at the end of the queue of its price. One that only gets smaller keeps its place ([Book.Shrink]).
//
// So the book is never crossed: orders that could match have matched, or were removed (TestAgainstAPlainList).
//
// # Events
//
// For each fill the Trade, then the Order that was in the book, with what remains of it. Last the Order that entered. All other changes
// of an order are Order events too.
//
// # Cost
//
// Prices are kept in two sorted slices with the best at the end. So entering, filling and cancelling cost a binary search over the
// prices. A price that appears or disappears shifts the better ones. The orders of a price, and those of a party, are linked lists.
package matching
