// Package sim has traders who keep an exchange busy: enough of a market for its whole life to be seen, and nothing that one could
// learn about trading from.
//
// [Traders] is a consumer of the bus and the source of the commands: what it sees in one block decides what it asks for in the
// next. It learns of orders by their Order events, of markets by MarketData, of money by Account and of volumes by PositionState,
// as anyone outside would.
//
// # Who trades
//
//   - Makers quote several levels on both sides around a price that drifts, each with a spread of its own, lean against
//     their position, and move their quotes by amendments. Not all of them every block, so that old quotes get hit.
//   - Trend followers put all their money behind where the mark price went, with a leverage near what the margin allows. They
//     are the ones whom a shock ruins; they come back with a new stake. Some wait for a price with orders as large, and get it in a shock.
//   - Noise traders send a bit of everything: market, limit, post-only, fill or kill and reduce-only orders, amendments,
//     cancellations.
//   - The operator opens the markets, sets a mark price now and then, ends every fourth market after some hundred blocks, and passes on
//     commands that make no sense, which must fail as events.
//
// Now and then a market has a shock: its price moves by several per cent within a few blocks, and most makers are gone meanwhile. One shock in
// three is wild: the oracle goes twice too far and is put right at the end of the block. That ruins some on either side, so that
// the exchange closes them out against each other.
//
// # Determinism
//
// The same seed and the same events give the same commands. All arithmetic is on integers. Each trader has a source of random
// numbers per market, and each market one of its own, named and seeded by their names: one more party leaves the others' dice
// alone, though not the prices that they meet.
//
// A Traders belongs to the goroutine that drives the bus. What it holds does not grow with the number of blocks: orders that are
// no longer in the book are forgotten.
package sim
