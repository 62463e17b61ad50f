// Package risk computes the margin that a position needs, and keeps margin accounts at it.
//
// The exposure of a position is the larger of two: the long position that it could become if all bids filled, and the short position
// that it could become if all offers filled, each multiplied by the risk factor of its side:
//
//	exposure    = max(max(open + buys, 0) × long factor, max(sells − open, 0) × short factor)
//	maintenance = exposure × mark price / position factor
//
// The other levels are multiples of maintenance: maintenance <= search < initial < release. All are rounded up to whole units of the
// settlement asset. A party below maintenance is distressed. Below search, its margin account is filled up to initial from its general
// account. Above release, what exceeds initial goes back. An order needs initial.
//
// The levels do not include gains and losses, because each mark to market pays them out.
package risk
