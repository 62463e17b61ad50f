package domain

// Totals are sums over a position's fees and funding, in asset units.
type Totals struct {
	TakerFeesPaid     Decimal // maker fees paid, by the side that took
	MakerFeesReceived Decimal
	FeesPaid          Decimal // all other fees paid
	Funding           Decimal // signed: + received
}
