package execution

import (
	"fmt"
	"time"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/matching"
)

// cancel removes one order of a party, or all of them, from the book.
func (m *market) cancel(c CancelOrder, at time.Time) error {
	var gone []matching.Order
	if c.OrderID == "" {
		gone = m.book.CancelAll(c.PartyID)
	} else {
		if _, err := m.own(c.PartyID, c.OrderID); err != nil {
			return err
		}
		gone = append(gone, m.book.Cancel(c.OrderID))
	}
	for _, o := range gone {
		m.positions.Order(o.PartyID, o.Side, -int64(o.Remaining))
	}
	m.release(c.PartyID, at)
	return nil
}

// amend changes an order's price or size.
func (m *market) amend(c AmendOrder, at time.Time) error {
	o, err := m.own(c.PartyID, c.OrderID)
	if err != nil {
		return err
	}
	old, filled := o, o.Size-o.Remaining
	if c.Price != 0 {
		o.Price = c.Price
	}
	if c.Size != 0 {
		o.Size = c.Size
	}
	switch {
	case o.Size > MaxSize || o.Size <= filled:
		m.book.Reject(old, domain.OrderReasonInvalidRemainingSize)
	case o.Price > MaxPrice:
		m.book.Reject(old, domain.OrderReasonPriceMustBeLessThanOrEqualToMaxPrice)
	case o == old:
		m.book.Reject(old, domain.OrderReasonEditNotAllowed)
	case o.Price == old.Price && o.Size < old.Size:
		m.book.Shrink(o.ID, o.Size)
		m.positions.Order(o.PartyID, o.Side, -int64(old.Size-o.Size))
		m.release(o.PartyID, at)
	default:
		o.Remaining = o.Size - filled
		m.enter(o, old.Remaining, at)
	}
	return nil
}

// own returns a party's order in the book.
func (m *market) own(party, id string) (matching.Order, error) {
	o, found := m.book.Order(id)
	if !found || o.PartyID != party {
		return matching.Order{}, fmt.Errorf("party %s has no order %q in the book of market %s", party, id, m.definition.ID)
	}
	return o, nil
}

// release adjusts a party's margin after orders were removed.
func (m *market) release(party string, at time.Time) {
	m.margins.Keep(m.positions.Position(party), m.assetPrice(m.mark))
	m.positions.Post()
	m.accounts.Post(at)
}
