// Package domain is the vocabulary of a trading core: what can happen in it, as plain data.
//
// A struct marked as an event is a payload: one thing that happened. A struct or interface marked as a capability is an
// aspect that several payloads share: a payload has it by embedding the struct, at any depth, or by having the
// interface's methods. Nothing here knows the bus that carries the events or a wire format that stores them. To add an
// event, add one annotated struct and run go generate ./...
//
// # Units
//
//   - Asset units: an integer in the smallest unit of the settlement asset. Balances, margins, fees, funding and all
//     profit and loss are in asset units.
//   - Asset price: the price of one whole contract, in asset units.
//   - Market price: the same price in the market's own, often coarser, decimal places.
//   - Size: an integer number of the market's smallest size units; signed where it says so, + is long or bought.
//   - Position factor: how many size units make one whole contract; money = size × price / factor. It is below 1 in
//     markets with negative position decimal places.
//   - Time: a time.Time with nanoseconds, in UTC. The zero Time is "none".
//
// Sizes that a core sets are int64 or uint64. Prices, amounts and sums of sizes are Decimal, since they have no bound.
package domain

//go:generate go run ../cmd/busgen
