// Package positions computes every party's position and profit and loss from the events of a
// trading core.
//
// [Position] is pure: it has one method per event and reads the event through its view, without a
// copy of the payload. [Positions] is the plug-in: it finds the row, applies the event, emits the changed
// position if it has an emitter, and answers queries. Units are those of package domain.
//
// # Arithmetic
//
// Quotients are rounded to 16 decimal places, halves away from zero. Rounded fields are integers,
// rounded in the same way where an event computes them. All other arithmetic is exact. The average
// price is rounded after each trade, so the result depends on the order of trades. Binary floats
// and exact fractions give other digits.
//
// # What may surprise
//
// The protocol defines the figures in this way; none of these is an accident of this package.
//
//   - Trades do not move volume. They only add fees; the next SettlePosition books them. A stream
//     that ends before a mark to market therefore ends with the old volumes, which can differ from
//     the core's own PositionState.
//   - Fees of trades before a market's first settlement are lost, because the market is not known
//     yet.
//   - A settlement trade that meets a volume of exactly zero resets SinceOpened. The fees of the
//     trade that opened the position are therefore lost from it. Turning from long to short in one
//     trade does not reset it.
//   - Only settlements that have trades recompute the rounded realised gain from the precise one.
//     Other events only add to it, so it can be fractional after a close-out, or differ from the
//     precise one for good.
//   - MarketSettled moves only the rounded gains. Volume, average price and the precise gains do
//     not change. A later settlement with trades recomputes the rounded realised gain, which
//     discards the gain of the final settlement.
//   - SettleDistressed subtracts the confiscated margin from the realised gain, in addition to the
//     loss that it realises. The margin includes what was taken from the general account.
//   - The status CLOSED_OUT does not change when the party trades again. Only DistressedOrders and
//     DistressedPositions change it.
//   - A close-out (a trade of type NETWORK_CLOSE_OUT_BAD) is the only trade that moves volume, and
//     it moves only the network's. Its price is a market price; settlements have asset prices. If
//     the two have different decimals, the network's average price is wrong by a
//     power of ten. Its money is divided by the position factor of the market's first final
//     settlement, or by 1 before that settlement. The network's next SettlePosition corrects its
//     rounded unrealised gain; no event corrects the realised gain.
//   - SettlePosition, SettleDistressed and, in a known market, trades add rows. These rows may stay
//     all zero. Funding, loss socialization and distress of unknown parties are ignored.
//   - Only settlements, close-outs of distressed parties and loss socialization change UpdatedAt.
//
// # Where the protocol is silent
//
//   - With a position factor of zero there is no gain and no loss, because a quotient by zero is 0.
//     The volume moves as usual. A negative factor changes the sign of the gains.
//   - No number is too large. Volumes are decimals, not integers, because two sizes at the limit of
//     int64 add up to more than an int64 can hold. Amounts have no limit.
//   - MarketSettled of a market without a row does nothing, and its factor is not remembered.
//   - In a close-out in which neither party is the network, the network counts as the seller, and
//     the buyer hands over its position.
//   - Numbers have up to 19 decimal places, like domain.Decimal. Prices and amounts from the core
//     are integers, so no product reaches that limit. The precision of the decimal library is a
//     global setting; this package relies on its default. A program must not lower it.
//
// # Concurrency
//
// Only the driver of one bus may call the On methods. Position, OfParty, OfMarket and All are safe
// to call from any goroutine. They return copies. Each position is the complete result of one
// event, but an answer with several positions is not a snapshot of one moment: an event may change
// one of them between two copies. The driver blocks for no longer than a reader needs to copy one
// position or, when the driver adds a row, the pointers to the rows of its query.
//
// Events must arrive in one order across all types. The bus guarantees that.
//
// # Tests
//
// TestRecordedStreams compares every digit with the recorded streams, and quirks_test.go tests most
// items of the two lists above. FuzzPositions checks that no sequence of events panics and that volumes add up,
// and FuzzRatio compares the rounding with exact fractions. TestPositionReadsOwnPayloads checks that
// a Position gives the same figures without a bus, TestReadWhileEventsFlow reads concurrently, and
// TestKnownRowsDoNotAllocate counts allocations.
package positions
