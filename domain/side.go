package domain

// Side is a direction: of an order, or of the order that set off a trade.
type Side uint8

// The values of Side.
const (
	SideUnspecified Side = iota // neither, as in an auction
	SideBuy
	SideSell
)

var sideNames = names{
	"UNSPECIFIED",
	"BUY",
	"SELL",
}

// String returns the name of the value, as ParseSide reads it.
func (s Side) String() string { return sideNames.name(uint8(s)) }

// ParseSide reads a name; an unknown one is an error.
func ParseSide(name string) (Side, error) {
	value, err := sideNames.parse("side", name)
	return Side(value), err
}
