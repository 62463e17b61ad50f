package domain

// OrderStatus is where an order is in its life.
type OrderStatus uint8

// The values of OrderStatus.
const (
	OrderStatusUnspecified     OrderStatus = iota // not known
	OrderStatusActive                             // in the book, unfilled or partly filled
	OrderStatusExpired                            // its time is over
	OrderStatusCancelled                          // its party cancelled it
	OrderStatusStopped                            // the market removed it, or it could not fill at once
	OrderStatusFilled                             // nothing remains
	OrderStatusRejected                           // never entered the book
	OrderStatusPartiallyFilled                    // filled in part, the rest removed
	OrderStatusParked                             // a pegged order outside the book, waiting for a price
)

var orderStatusNames = names{
	"UNSPECIFIED",
	"ACTIVE",
	"EXPIRED",
	"CANCELLED",
	"STOPPED",
	"FILLED",
	"REJECTED",
	"PARTIALLY_FILLED",
	"PARKED",
}

// String returns the name of the value, as ParseOrderStatus reads it.
func (o OrderStatus) String() string { return orderStatusNames.name(uint8(o)) }

// ParseOrderStatus reads a name; an unknown one is an error.
func ParseOrderStatus(name string) (OrderStatus, error) {
	value, err := orderStatusNames.parse("order status", name)
	return OrderStatus(value), err
}
