// Package risk says what margin a position needs, and keeps margin accounts at it.
//
// A position's exposure is the larger of what it could become on either side if all its orders there filled, each times the
// risk factor of that side:
//
//	exposure    = max(max(open + buys, 0) × long factor, max(sells − open, 0) × short factor)
//	maintenance = exposure × mark price / position factor
//
// and the other levels are multiples of maintenance: maintenance <= search < initial < release. All are rounded up to whole units
// of the settlement asset, which is against the party. Below maintenance a party is distressed; below search its margin account is
// filled to initial from its general account; above release the excess over initial goes back; an order needs initial.
//
// Gains and losses are no part of the levels: each mark to market pays them out.
package risk
