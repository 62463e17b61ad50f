package domain

// OrderType is how an order finds its price.
type OrderType uint8

// The values of OrderType.
const (
	OrderTypeUnspecified OrderType = iota // not known
	OrderTypeLimit                        // at its price or better
	OrderTypeMarket                       // at whatever the book offers
	OrderTypeNetwork                      // placed by the protocol to close distressed positions
)

var orderTypeNames = names{
	"UNSPECIFIED",
	"LIMIT",
	"MARKET",
	"NETWORK",
}

// String returns the name of the value, as ParseOrderType reads it.
func (o OrderType) String() string { return orderTypeNames.name(uint8(o)) }

// ParseOrderType reads a name; an unknown one is an error.
func ParseOrderType(name string) (OrderType, error) {
	value, err := orderTypeNames.parse("order type", name)
	return OrderType(value), err
}
