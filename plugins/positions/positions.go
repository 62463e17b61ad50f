package positions

import (
	"sync"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// Config says how the plug-in works. Its zero value works.
type Config struct {
	// Emit, if set, is told of every position that an event touched, once per event and position, after the change.
	// Give it the bus that the plug-in is attached to. Default: nobody is told.
	Emit generated.PositionUpdatedEmitter
}

// Positions is the plug-in: attach it to one bus. Its On methods are for that bus's driver alone; the read side may be
// used by any goroutine at any time.
type Positions struct {
	config Config

	// The index is written by the driver only, under the lock. So the driver reads it without, and waits for readers
	// only when it adds a row.
	mu      sync.RWMutex
	markets map[string]*market
}

// New is a plug-in that knows no position yet.
func New(config Config) *Positions {
	return &Positions{config: config, markets: map[string]*market{}}
}

// find is a row, or nil if there is none.
func (p *Positions) find(marketID, partyID string) *row {
	if m := p.markets[marketID]; m != nil {
		return m.rows[partyID]
	}
	return nil
}

// create applies an event to a row, which is made if there is none. A new row is held before it is in the index, so that no
// reader sees it without its first event.
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

// change applies an event to a row that is held, releases it and tells of it: whoever is told can read the positions.
func (p *Positions) change(r *row, apply func(*Position)) {
	apply(&r.position)
	after := r.position.Position
	r.mu.Unlock()
	if p.config.Emit != nil {
		p.config.Emit.EmitPositionUpdated(domain.PositionUpdated{Position: after})
	}
}
