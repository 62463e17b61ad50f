package domain

import trading "github.com/busgen/busgen/domain"

// Tick is a payload of 128 bytes.
//
//busgen:event
type Tick struct {
	trading.Market
	trading.PnL
	ID   string // never empty
	Leg  Leg    // who caused it
	Size uint64 // in lots
}

// Leg is the party that caused a tick.
type Leg struct {
	Party string
	Lots  uint64
}
