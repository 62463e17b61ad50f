package positions

import (
	"sync"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Config configures the plug-in. Its zero value works.
type Config struct {
	// Emit is the bus to which the plug-in is attached. If it is set, the plug-in emits every
	// position that an event changed, once per event and position, after the change. The consumers of
	// a wired bus are created before the bus; set Emit when the bus is created, before the first
	// event. Default: the plug-in emits nothing.
	Emit generated.PositionUpdatedEmitter
}

// Positions computes the positions of all parties from the events of one bus. Only the driver of
// the bus may call its On methods. The methods that return positions are safe to call from any
// goroutine.
type Positions struct {
	Config

	// Only the driver changes the index, and it holds the lock to do so. It reads the index without
	// the lock, so it waits for readers only when it adds a row.
	mu      sync.RWMutex
	markets map[string]*market
}

// New returns a plug-in without positions.
func New(config Config) *Positions {
	return &Positions{Config: config, markets: map[string]*market{}}
}

var _ interface {
	generated.SettlePositionConsumer
	generated.SettleDistressedConsumer
	generated.LossSocializationConsumer
	generated.FundingPaymentsConsumer
	generated.DistressedOrdersConsumer
	generated.DistressedPositionsConsumer
	generated.MarketSettledConsumer
	generated.TradeConsumer
} = (*Positions)(nil)

// OnSettlePosition books trades and marks the position to market. It adds the row if there is none.
func (p *Positions) OnSettlePosition(event generated.SettlePositionEvent) {
	e := event.SettlePosition()
	p.create(e.MarketID(), e.PartyID(), func(q *Position) { q.SettlePosition(e) })
}

// OnSettleDistressed closes a position out. It adds the row if there is none.
func (p *Positions) OnSettleDistressed(event generated.SettleDistressedEvent) {
	e := event.SettleDistressed()
	p.create(e.MarketID(), e.PartyID(), func(q *Position) { q.SettleDistressed(e) })
}

// OnLossSocialization changes the party's row, if there is one.
func (p *Positions) OnLossSocialization(event generated.LossSocializationEvent) {
	e := event.LossSocialization()
	p.update(p.find(e.MarketID(), e.PartyID()), func(q *Position) { q.LossSocialization(e) })
}

// OnFundingPayments changes the rows of the parties that have one.
func (p *Positions) OnFundingPayments(event generated.FundingPaymentsEvent) {
	e := event.FundingPayments()
	for _, payment := range e.Payments().All() {
		p.update(p.find(e.MarketID(), payment.PartyID), func(q *Position) { q.FundingPayment(payment) })
	}
}

// OnDistressedOrders sets the status of the parties' rows.
func (p *Positions) OnDistressedOrders(event generated.DistressedOrdersEvent) {
	e := event.DistressedOrders()
	p.setStatus(e.MarketID(), e.PartyIDs(), domain.PositionStatusOrdersClosed)
}

// OnDistressedPositions sets the status of the parties' rows, first of the distressed, then of the
// safe parties.
func (p *Positions) OnDistressedPositions(event generated.DistressedPositionsEvent) {
	e := event.DistressedPositions()
	p.setStatus(e.MarketID(), e.DistressedIDs(), domain.PositionStatusDistressed)
	p.setStatus(e.MarketID(), e.SafeIDs(), domain.PositionStatusUnspecified)
}

// OnMarketSettled applies the final settlement to every row of the market, sorted by party.
func (p *Positions) OnMarketSettled(event generated.MarketSettledEvent) {
	e := event.MarketSettled()
	m := p.markets[e.MarketID()]
	if m == nil {
		return
	}
	m.settle(e.PositionFactor())
	for _, r := range m.sorted() {
		p.update(r, func(q *Position) { q.MarketSettled(e) })
	}
}

// OnTrade adds fees to both sides and, in a close-out, volume to the network. It adds the rows that
// are missing, unless the market is unknown.
func (p *Positions) OnTrade(event generated.TradeEvent) {
	t := event.Trade()
	m := p.markets[t.MarketID()]
	switch {
	case m == nil:
	case t.Type() == domain.TradeTypeNetworkCloseOutBad:
		p.create(m.id, side(t, other(networkSide(t))).PartyID(), func(q *Position) { q.HandOver(t) })
		p.create(m.id, domain.Network, func(q *Position) { q.TakeOver(t, m.closeOutFactor()) })
	default:
		p.create(m.id, t.Buyer().PartyID(), func(q *Position) { q.Trade(t, domain.SideBuy) })
		p.create(m.id, t.Seller().PartyID(), func(q *Position) { q.Trade(t, domain.SideSell) })
	}
}

// setStatus sets the status of the parties' rows. Parties without a row are ignored.
func (p *Positions) setStatus(marketID string, partyIDs events.List[string], status domain.PositionStatus) {
	for _, id := range partyIDs.All() {
		p.update(p.find(marketID, id), func(q *Position) { q.SetStatus(status) })
	}
}

// find returns a row, or nil if there is none.
func (p *Positions) find(marketID, partyID string) *row {
	if m := p.markets[marketID]; m != nil {
		return m.rows[partyID]
	}
	return nil
}

// create applies an event to a row, and adds the row if there is none. It locks a new row before it
// adds it to the index, so that no reader sees the row without its first event.
func (p *Positions) create(marketID, partyID string, apply func(*Position)) {
	r := p.find(marketID, partyID)
	if r != nil {
		p.update(r, apply)
		return
	}
	r = &row{market: marketID, party: partyID, position: NewPosition(marketID, partyID)}
	r.mu.Lock()
	p.insert(r)
	p.change(r, apply)
}

// insert adds a row to the index, and its market if the row is the first.
func (p *Positions) insert(r *row) {
	p.mu.Lock()
	defer p.mu.Unlock()
	m := p.markets[r.market]
	if m == nil {
		m = &market{id: r.market, rows: map[string]*row{}}
		p.markets[r.market] = m
	}
	m.rows[r.party] = r
}

// update applies an event to a row, if there is one.
func (p *Positions) update(r *row, apply func(*Position)) {
	if r != nil {
		r.mu.Lock()
		p.change(r, apply)
	}
}

// change applies an event to a locked row, unlocks it and emits the position. It emits without the
// lock, so that the emitter may read positions.
func (p *Positions) change(r *row, apply func(*Position)) {
	apply(&r.position)
	if p.Emit == nil {
		r.mu.Unlock()
		return
	}
	after := r.position.Position
	r.mu.Unlock()
	p.Emit.EmitPositionUpdated(domain.PositionUpdated{Position: after})
}
