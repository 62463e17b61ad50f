package positions

import (
	"cmp"
	"slices"
	"sync"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// row holds one position and its lock. The driver holds the lock for one change and a reader for
// one copy, so neither waits for longer than that.
type row struct {
	market, party string // fixed, read without the lock

	mu       sync.Mutex
	position Position // guarded by mu
}

// snapshot returns a copy of the position.
func (r *row) snapshot() domain.Position {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.position.Position
}

// sortRows sorts rows by market, then party, in byte order.
func sortRows(rows []*row) {
	slices.SortFunc(rows, func(a, b *row) int {
		return cmp.Or(cmp.Compare(a.market, b.market), cmp.Compare(a.party, b.party))
	})
}

// market holds the rows of one market and its settlement factor. It exists once the market has a
// row.
type market struct {
	id      string
	rows    map[string]*row
	settled bool
	factor  domain.Decimal // of the first final settlement, if settled
}

// closeOutFactor returns the factor by which close-outs divide.
func (m *market) closeOutFactor() domain.Decimal {
	if m.settled {
		return m.factor
	}
	return udecimal.One
}

// settle stores the factor of the first final settlement and ignores all later ones.
func (m *market) settle(factor domain.Decimal) {
	if !m.settled {
		m.settled, m.factor = true, factor
	}
}

// sorted returns all rows, sorted by party.
func (m *market) sorted() []*row {
	rows := appendRows(make([]*row, 0, len(m.rows)), m)
	sortRows(rows)
	return rows
}
