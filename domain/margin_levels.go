package domain

// MarginLevels is what a party needs to hold for its position and orders in a market, in asset units.
//
//busgen:event
type MarginLevels struct {
	Market
	Party
	Asset       string
	Maintenance Decimal // below it the party is distressed
	Search      Decimal // below it more is taken from the general account
	Initial     Decimal // needed to place an order
	Release     Decimal // above it the excess is given back
	OrderMargin Decimal // for orders alone, in isolated margin
}
