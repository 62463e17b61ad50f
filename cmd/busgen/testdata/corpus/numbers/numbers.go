// Package numbers has events with numbers, times, identifiers and addresses.
package numbers

import (
	"math/big"
	"net"
	"net/netip"
	"net/url"
	"time"
	"unique"

	"github.com/cockroachdb/apd/v3"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"
)

// CloneAPD copies a decimal.
//
//busgen:clone
func CloneAPD(d *apd.Decimal) *apd.Decimal { return new(apd.Decimal).Set(d) }

// Names of the domain for what others declare.
type (
	Amount decimal.Decimal
	Moment time.Time
	Host   netip.Addr
	Ratio  big.Rat
)

// Priced is something with a price.
//
//busgen:event
type Priced struct {
	Price    apd.Decimal
	Limit    *apd.Decimal
	Steps    []apd.Decimal
	ByName   map[string]apd.Decimal
	Amount   decimal.Decimal
	Maximum  *decimal.Decimal
	Optional decimal.NullDecimal
	Amounts  []decimal.Decimal
	ByID     map[uuid.UUID]decimal.Decimal
}

// Computed is a result.
//
//busgen:event
type Computed struct {
	Whole   big.Int
	Pointer *big.Int
	Ratio   *big.Rat
	Float   *big.Float
	Wholes  []*big.Int
	Ratios  map[string]big.Rat
	Matrix  [2][2]big.Float
	Complex complex128
}

// Seen is a visitor.
//
//busgen:event
type Seen struct {
	ID       uuid.UUID
	Session  uuid.NullUUID
	From     netip.Addr
	Port     netip.AddrPort
	Networks []netip.Prefix
	ByAddr   map[netip.Addr]time.Time
	IP       net.IP
	Net      *net.IPNet
	At       time.Time
	Until    *time.Time
	For      time.Duration
	Day      time.Weekday
	Agent    unique.Handle[string]
	Page     *url.URL
	Query    url.Values
}

// Declared is a visit, by the domain's own names.
//
//busgen:event
type Declared struct {
	Amount  Amount
	Amounts []Amount
	At      Moment
	Until   *Moment
	Host    Host
	Hosts   map[string]Host
	Ratio   Ratio
	Ratios  []*Ratio
}
