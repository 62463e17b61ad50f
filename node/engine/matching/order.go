package matching

import "github.com/busgen/busgen/domain"

// Order is the state of an order.
type Order struct {
	ID, PartyID string
	Reference   string // the party's own name for it
	Side        domain.Side
	Type        domain.OrderType   // limit, market, or network
	TimeInForce domain.TimeInForce // good till cancelled, immediate or cancel, or fill or kill
	Price       uint64             // market price; 0 for no limit, of orders that do not rest
	Size        uint64             // of the whole order
	Remaining   uint64             // of the size, not filled
	PostOnly    bool
	ReduceOnly  bool
	Version     uint64 // 1, and one more for each amendment
}

// accepts reports whether the order may trade at a price.
func (o Order) accepts(price uint64) bool {
	switch {
	case o.Price == 0:
		return true
	case o.Side == domain.SideBuy:
		return price <= o.Price
	default:
		return price >= o.Price
	}
}

// event returns the payload for the state of the order.
func (o Order) event(market domain.Market, status domain.OrderStatus, reason domain.OrderReason) domain.Order {
	return domain.Order{
		Market:      market,
		Party:       domain.Party{PartyID: o.PartyID},
		ID:          o.ID,
		Reference:   o.Reference,
		Side:        o.Side,
		Type:        o.Type,
		TimeInForce: o.TimeInForce,
		Status:      status,
		Reason:      reason,
		Price:       number(o.Price),
		Size:        o.Size,
		Remaining:   o.Remaining,
		Version:     o.Version,
	}
}
