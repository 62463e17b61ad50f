package positions

import "github.com/busgen/busgen/domain"

// Position returns the position of a party in a market, and reports whether there is one.
func (p *Positions) Position(marketID, partyID string) (domain.Position, bool) {
	p.mu.RLock()
	r := p.find(marketID, partyID)
	p.mu.RUnlock()
	if r == nil {
		return domain.Position{}, false
	}
	return r.snapshot(), true
}

// OfParty returns all positions of a party, sorted by market.
func (p *Positions) OfParty(partyID string) []domain.Position {
	return snapshots(p.collect(func(rows []*row, m *market) []*row {
		if r := m.rows[partyID]; r != nil {
			rows = append(rows, r)
		}
		return rows
	}))
}

// OfMarket returns all positions in a market, sorted by party.
func (p *Positions) OfMarket(marketID string) []domain.Position {
	p.mu.RLock()
	var rows []*row
	if m := p.markets[marketID]; m != nil {
		rows = appendRows(rows, m)
	}
	p.mu.RUnlock()
	return snapshots(rows)
}

// All returns all positions, sorted by market, then party.
func (p *Positions) All() []domain.Position { return snapshots(p.collect(appendRows)) }

// collect returns rows of all markets, unsorted. It copies only pointers while it holds the lock.
func (p *Positions) collect(from func([]*row, *market) []*row) []*row {
	p.mu.RLock()
	defer p.mu.RUnlock()
	var rows []*row
	for _, m := range p.markets {
		rows = from(rows, m)
	}
	return rows
}

// appendRows appends all rows of a market, unsorted.
func appendRows(rows []*row, m *market) []*row {
	for _, r := range m.rows {
		rows = append(rows, r)
	}
	return rows
}

// snapshots sorts rows and returns copies of their positions.
func snapshots(rows []*row) []domain.Position {
	sortRows(rows)
	all := make([]domain.Position, len(rows))
	for i, r := range rows {
		all[i] = r.snapshot()
	}
	return all
}
