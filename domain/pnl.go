package domain

// PnL is the capability of events that state a profit and loss, in asset units; negative is a loss.
//
//busgen:capability
type PnL struct {
	Realised   Decimal // of volume that was closed
	Unrealised Decimal // of volume that is open, at the mark price
}
