// Package liquidation closes out positions whose parties lack the maintenance margin.
//
// [Engine.Resolve] runs after a mark to market. It takes these steps, and emits events for each:
//
//  1. The margin accounts of all parties with a position or orders are brought to their levels at the new mark price. A party that
//     is below its maintenance margin even with all its free money is distressed.
//  2. The orders of distressed parties are removed from the book (Order events, DistressedOrders). Without orders they need less
//     margin. Those who have enough now are safe (DistressedPositions).
//  3. The positions of the others are closed out at the mark price. Longs and shorts trade with each other as far as possible, in the
//     order of the parties' names (Trade, type DEFAULT, without orders and fees). The network takes over the rest (Trade, type
//     NETWORK_CLOSE_OUT_BAD).
//  4. The margin of the closed-out parties goes to the market's insurance account (SettleDistressed, and ledger entries).
//     PositionResolution ends the round.
//
// [Engine.Shed] offers the network's volume to the book as an immediate-or-cancel order, at prices within the market's disposal range
// of the mark price (Trade, type NETWORK_CLOSE_OUT_GOOD). The network keeps what does not fill. That volume is marked to market like
// any position, and is offered again at the end of each block.
//
// The mark to market has already charged the loss of a position that is closed out. What the party could not pay, the insurance
// account has paid, or the winners have shared (package settlement). A trade at the mark price is worth nothing to either side, so a
// close-out neither creates nor destroys money (TestResolve, TestLossOfACloseOut, TestResolution).
//
// A party without a position and orders keeps what is in its margin account until its next command or the final settlement.
//
// An Engine belongs to the goroutine that drives the market.
package liquidation
