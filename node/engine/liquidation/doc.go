// Package liquidation resolves positions whose parties cannot hold them any more.
//
// [Engine.Resolve] follows a mark to market, in these steps, each of which the stream tells:
//
//  1. Every margin account is brought to its levels at the new mark price. A party that is under its maintenance margin even
//     with all its free money is distressed.
//  2. The orders of the distressed are removed from the book (Order events, DistressedOrders). Without orders they need less
//     margin: those who have enough now are safe (DistressedPositions).
//  3. The others are closed out at the mark price. Longs and shorts offset each other as far as they go, in the order of
//     the parties' names (Trade, type DEFAULT, without orders and fees). The network takes over what is left (Trade, type
//     NETWORK_CLOSE_OUT_BAD).
//  4. What is in the margin accounts of the closed-out goes to the market's insurance account (SettleDistressed, and the
//     ledger entries). PositionResolution sums the round up.
//
// [Engine.Shed] offers the network's volume to the book as an order that takes what is there, within the market's disposal
// range of the mark price (Trade, type NETWORK_CLOSE_OUT_GOOD). What does not fill stays with the network, marked to market
// like any position, and is offered again at the end of each block.
//
// The loss of a close-out has been charged before, by the mark to market: it is the part that the party could not pay, which
// the insurance account pays first and the winners share after it (package settlement). So nothing here creates or destroys
// money: closing at the mark price is worth nothing to either side.
//
// An Engine belongs to the goroutine that drives the market.
package liquidation
