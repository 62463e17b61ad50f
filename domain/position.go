package domain

import "time"

// Position is one party's position in one market with its profit and loss. Its PnL is precise, to 16 decimals;
// Rounded has what a reader is shown.
type Position struct {
	Market
	Party
	OpenVolume        Decimal // signed size units; an integer
	AverageEntryPrice Decimal // asset price, to 16 decimals
	PnL
	Rounded     RoundedPosition
	Loss        Decimal // asset units, 0 or below: lost because others could not pay
	Adjustment  Decimal // asset units, 0 or above: the opposite
	Status      PositionStatus
	Life        Totals    // since the position is known
	SinceOpened Totals    // since it was last opened from zero
	UpdatedAt   time.Time // of the last settlement or loss socialization; zero if there was none
}

// RoundedPosition is a position's average price and profit and loss in asset units as the protocol shows them. It has
// rules of its own and is not always the rounding of the precise one.
type RoundedPosition struct {
	AverageEntryPrice Decimal
	PnL               PnL
}
