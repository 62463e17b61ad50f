package peers

import (
	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/payload"
	trading "github.com/busgen/busgen/domain"
)

// The payloads that the peers carry.
var (
	Trades   = Kind[trading.Trade]{payload.Trades, func() reader[trading.Trade] { return new(tradeReader) }}
	Ticks    = Kind[domain.Tick]{payload.Ticks, func() reader[domain.Tick] { return new(tickReader) }}
	Listings = Kind[domain.Listing]{payload.Listings, func() reader[domain.Listing] { return new(listingReader) }}
)

type tradeReader struct{ measure.Tally }

// On reads three fields and the number.
//
//go:noinline
func (r *tradeReader) On(e *Event[trading.Trade]) {
	r.Add(e.Sequence + payload.ReadTrade(&e.Payload))
}

func (r *tradeReader) handler() func(*Event[trading.Trade]) {
	return func(e *Event[trading.Trade]) { r.Add(e.Sequence + payload.ReadTrade(&e.Payload)) }
}

func (r *tradeReader) copied() func(Event[trading.Trade]) {
	return func(e Event[trading.Trade]) { r.Add(e.Sequence + payload.ReadTrade(&e.Payload)) }
}

func (r *tradeReader) tally() *measure.Tally { return &r.Tally }

type tickReader struct{ measure.Tally }

// On reads three fields and the number.
//
//go:noinline
func (r *tickReader) On(e *Event[domain.Tick]) { r.Add(e.Sequence + payload.ReadTick(&e.Payload)) }

func (r *tickReader) handler() func(*Event[domain.Tick]) {
	return func(e *Event[domain.Tick]) { r.Add(e.Sequence + payload.ReadTick(&e.Payload)) }
}

func (r *tickReader) copied() func(Event[domain.Tick]) {
	return func(e Event[domain.Tick]) { r.Add(e.Sequence + payload.ReadTick(&e.Payload)) }
}

func (r *tickReader) tally() *measure.Tally { return &r.Tally }

type listingReader struct{ measure.Tally }

// On reads three slices and the number.
//
//go:noinline
func (r *listingReader) On(e *Event[domain.Listing]) {
	r.Add(e.Sequence + payload.ReadListing(&e.Payload))
}

func (r *listingReader) handler() func(*Event[domain.Listing]) {
	return func(e *Event[domain.Listing]) { r.Add(e.Sequence + payload.ReadListing(&e.Payload)) }
}

func (r *listingReader) copied() func(Event[domain.Listing]) {
	return func(e Event[domain.Listing]) { r.Add(e.Sequence + payload.ReadListing(&e.Payload)) }
}

func (r *listingReader) tally() *measure.Tally { return &r.Tally }
