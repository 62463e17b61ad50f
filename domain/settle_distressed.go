package domain

// SettleDistressed says that a party was closed out and what it lost by that.
//
//busgen:event
type SettleDistressed struct {
	Settlement
	Margin Decimal // what was confiscated, asset units: margin and general account together
}
