package positions

import (
	"cmp"
	"slices"
	"sync"

	"github.com/busgen/busgen/domain"
)

// row is one position and its lock. The driver holds the lock for one change and a reader for one copy, so neither ever
// waits for more than that.
type row struct {
	market, party string // fixed, read without the lock

	mu       sync.Mutex
	position Position // guarded by mu
}

func (r *row) snapshot() domain.Position {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.position.Position
}

// sortRows puts rows into the order in which they are shown and settled: market, then party, by bytes.
func sortRows(rows []*row) {
	slices.SortFunc(rows, func(a, b *row) int {
		return cmp.Or(cmp.Compare(a.market, b.market), cmp.Compare(a.party, b.party))
	})
}
