package domain

// StopOrderStatus is where a stop order is in its life.
type StopOrderStatus uint8

// The values of StopOrderStatus.
const (
	StopOrderStatusUnspecified StopOrderStatus = iota // not known
	StopOrderStatusPending                            // waits for its trigger
	StopOrderStatusCancelled                          // its party cancelled it
	StopOrderStatusStopped                            // removed by the market, as when its twin was triggered
	StopOrderStatusTriggered                          // its order was placed
	StopOrderStatusExpired                            // its time is over
	StopOrderStatusRejected                           // never accepted
)

var stopOrderStatusNames = names{
	"UNSPECIFIED",
	"PENDING",
	"CANCELLED",
	"STOPPED",
	"TRIGGERED",
	"EXPIRED",
	"REJECTED",
}

// String returns the name of the value, as ParseStopOrderStatus reads it.
func (s StopOrderStatus) String() string { return stopOrderStatusNames.name(uint8(s)) }

// ParseStopOrderStatus reads a name; an unknown one is an error.
func ParseStopOrderStatus(name string) (StopOrderStatus, error) {
	value, err := stopOrderStatusNames.parse("stop order status", name)
	return StopOrderStatus(value), err
}
