package domain

// TimeInForce is how long an order stays.
type TimeInForce uint8

// The values of TimeInForce.
const (
	TimeInForceUnspecified TimeInForce = iota // not known
	TimeInForceGTC                            // good till cancelled
	TimeInForceGTT                            // good till a time
	TimeInForceIOC                            // immediate or cancel: what can't fill at once is removed
	TimeInForceFOK                            // fill or kill: all at once or nothing
	TimeInForceGFA                            // good for auctions only
	TimeInForceGFN                            // good for normal trading only
)

var timeInForceNames = names{
	"UNSPECIFIED",
	"GTC",
	"GTT",
	"IOC",
	"FOK",
	"GFA",
	"GFN",
}

// String returns the name of the value, as ParseTimeInForce reads it.
func (t TimeInForce) String() string { return timeInForceNames.name(uint8(t)) }

// ParseTimeInForce reads a name; an unknown one is an error.
func ParseTimeInForce(name string) (TimeInForce, error) {
	value, err := timeInForceNames.parse("time in force", name)
	return TimeInForce(value), err
}
