package positions

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// market is what is known of one market: it exists once it has a row.
type market struct {
	id      string
	rows    map[string]*row
	settled bool
	factor  domain.Decimal // of the first final settlement
}

// closeOutFactor is what close-outs divide by.
func (m *market) closeOutFactor() domain.Decimal {
	if m.settled {
		return m.factor
	}
	return udecimal.One
}

// settle remembers the factor of the first final settlement.
func (m *market) settle(factor domain.Decimal) {
	if !m.settled {
		m.settled, m.factor = true, factor
	}
}

// sorted is all rows in the order of their parties.
func (m *market) sorted() []*row {
	rows := appendRows(make([]*row, 0, len(m.rows)), m)
	sortRows(rows)
	return rows
}
