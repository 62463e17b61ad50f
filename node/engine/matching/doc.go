// Package matching is the order book of one market: orders match by price, then by time of entry.
//
// An order comes in two steps. [Book.Plan] says what would happen to it and changes nothing, so that fees and margin can be checked
// against just what it would do; [Book.Accept] carries that plan out and tells of it. A plan is good until the book changes.
//
//   - A limit order fills at its price or better, at the price of the order that it meets, oldest first; what is left rests in
//     the book (good till cancelled) or is removed (immediate or cancel).
//   - A market order has no price, and never rests.
//   - Fill or kill fills whole or is refused. The reasons that orders are refused for have none of its own: it is refused as
//     InvalidRemainingSize.
//   - Post-only is refused if it would fill at once. Reduce-only fills at most what closes its party's position, and is refused if
//     there is nothing that it could close.
//   - An order that meets one of its own party stops there: what is left is removed with the reason SelfTrading.
//   - An amended order enters again, at the end of its queue; one that only gets smaller keeps its place ([Book.Shrink]).
//
// So the book is never crossed: whoever could match has matched, or is gone (TestAgainstAPlainList).
//
// # What is told
//
// For each fill the Trade and then the order that was met, with what remains of it; last the order that came in. Whatever else
// happens to an order is told by an Order event too.
//
// # Cost
//
// Prices are kept in two sorted slices with the best at the end, so entering, filling and cancelling cost a binary search over the
// prices, and a shift of those that are better when a price comes or goes. Orders of one price, and of one party, are linked lists.
package matching
