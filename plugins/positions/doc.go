// Package positions computes every party's position and profit and loss from the events of a trading core.
//
// [Position] is pure: a value with one method per event. [Positions] is the plug-in around it: it finds the row, applies
// the event, emits the changed position if it has an emitter, and answers queries. Units are those of package domain.
//
// # Arithmetic
//
// Quotients are rounded to 16 decimal places, halves away from zero; rounded fields are integers rounded the same way
// where they are computed as such. All other arithmetic is exact. The average price is rounded after each trade, so the
// result depends on the order of trades: binary floats or exact fractions give other digits.
//
// # What may surprise
//
// Each of these is the protocol's definition of the figures, not an accident of this package.
//
//   - Trades do not move volume. They only add fees; the next SettlePosition books them. A stream that ends before a
//     mark to market ends with the old volumes, and can differ from the core's own PositionState.
//   - Fees of trades before a market's first settlement are lost, because the market is not known yet.
//   - SinceOpened is reset when a settlement trade meets a volume of exactly zero, so it loses the fees of the very trade
//     that opened the position. Turning from long to short in one trade does not reset it.
//   - A rounded realised gain is recomputed from the precise one only by settlements that have trades. Anything else
//     moves both by the same amount, so the rounded one can be fractional after a close-out, or differ for good.
//   - MarketSettled moves only the rounded gains. Volume, average price and the precise gains stay, and a later
//     settlement with trades recomputes the rounded realised gain, which throws the final gain away again.
//   - SettleDistressed takes the confiscated margin off the realised gain, on top of the loss that it realises. The
//     margin includes what was taken from the general account.
//   - The status CLOSED_OUT stays while the party trades again; only DistressedOrders or DistressedPositions change it.
//   - A close-out, a trade of type NETWORK_CLOSE_OUT_BAD, is the one trade that moves volume, and only the network's. Its
//     price is the market price where everything else is an asset price, so the network's average is off by a power of
//     ten where the two have different decimals. Its money is divided by the position factor of the market's first
//     final settlement, and by 1 before there was one. The network's rounded unrealised gain is put right by its
//     next SettlePosition; the realised part never is.
//   - SettlePosition, SettleDistressed and, in a known market, trades add rows, which may stay all zero. Funding, loss
//     socialization and distress lists of unknown parties are dropped.
//   - UpdatedAt moves with settlements, close-outs of distressed parties and loss socialization only.
//
// # Where the protocol is silent
//
//   - A position factor of zero gives no gain and no loss: a quotient by zero is 0. The volume moves all the same. A
//     negative factor turns the sign of the gains.
//   - No number is too large. Volumes are decimals rather than integers, since two sizes at the limit of int64 add up to
//     more than it; amounts have no bound.
//   - MarketSettled of a market without a row does nothing, and its factor is not remembered.
//   - A close-out in which neither party is the network is one in which the network sells; the buyer is taken over.
//   - Numbers have up to 19 fraction digits, as domain.Decimal has. With prices and amounts as the core sends them,
//     which are integers, no product comes near that. The decimal library's precision is a global setting whose default
//     this package relies on: a program must not lower it.
//
// # Concurrency
//
// The On methods belong to the driver of one bus. Position, OfParty, OfMarket and All may be called from any goroutine at
// any time. Each position that they return is a copy, and each is whole: it is what one event left behind. Several
// positions in one answer are not of one moment while events flow: an event may fall between two of them. The driver
// waits for a reader at most as long as it takes to copy one position, or, when it adds a row, to copy the pointers of
// the rows that are asked for.
//
// Events must arrive in one order across all types, which is what the bus promises.
//
// Proof: TestRecordedStreams (every digit of the recorded streams), quirks_test.go (the lists above, one test each),
// FuzzPositions (no sequence of events panics, volumes add up), FuzzRatio (rounding, against exact fractions),
// TestReadWhileEventsFlow (the read side).
package positions
