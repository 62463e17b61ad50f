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

// add is a row that is made if there is none.
func (p *Positions) add(marketID, partyID string) *row {
	if r := p.find(marketID, partyID); r != nil {
		return r
	}
	r := &row{market: marketID, party: partyID, position: NewPosition(marketID, partyID)}
	p.mu.Lock()
	defer p.mu.Unlock()
	m := p.markets[marketID]
	if m == nil {
		m = &market{id: marketID, rows: map[string]*row{}}
		p.markets[marketID] = m
	}
	m.rows[partyID] = r
	return r
}

// change applies an event to a row and tells of it. The lock is not held while telling, so that whoever is told can
// read the positions.
func (p *Positions) change(r *row, apply func(*Position)) {
	if r == nil {
		return
	}
	r.mu.Lock()
	apply(&r.position)
	after := r.position.Position
	r.mu.Unlock()
	if p.config.Emit != nil {
		p.config.Emit.EmitPositionUpdated(domain.PositionUpdated{Position: after})
	}
}
