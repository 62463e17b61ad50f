package growth

import (
	"fmt"
	"strings"
)

// shared is what all event types of a grown domain share: a capability and a struct.
const shared = `package domain

import "github.com/quagmt/udecimal"

// Market is the capability of events that concern one market.
//
//busgen:capability
type Market struct{ MarketID string }

// Part is one of the two sides.
type Part struct {
	PartyID, OrderID string
	Fee, PnL         udecimal.Decimal
}
`

// one is an event type of eight fields and one capability. ID stands for its number.
const one = `package domain

import (
	"time"

	"github.com/quagmt/udecimal"
)

// EvID is a match between two orders.
//
//busgen:event
type EvID struct {
	Market
	ID            string // never empty
	Kind          uint8
	Buyer, Seller Part
	Size          uint64           // in lots
	Price         udecimal.Decimal // market price
	At            time.Time
}
`

// id returns the number of an event type in its name.
func id(i int) string { return fmt.Sprintf("%04d", i) }

// domain returns the files of a domain of so many event types.
func domain(types int) map[string]string {
	files := map[string]string{"domain/shared.go": shared}
	for i := range types {
		files["domain/ev"+id(i)+".go"] = strings.ReplaceAll(one, "EvID", "Ev"+id(i))
	}
	return files
}
