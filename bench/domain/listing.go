package domain

import trading "github.com/busgen/busgen/domain"

// Listing is a payload of three slices.
//
//busgen:event
type Listing struct {
	trading.Market
	Names, Tags, Notes []string
}
