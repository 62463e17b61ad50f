package domain

// Fee is what one side of a trade pays, by part, in asset units.
type Fee struct {
	Maker           Decimal // to the other side
	Infrastructure  Decimal
	Liquidity       Decimal
	Treasury        Decimal
	BuyBack         Decimal
	HighVolumeMaker Decimal
}
