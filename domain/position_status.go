package domain

// PositionStatus is the last thing that distress did to a position.
type PositionStatus uint8

// The values of PositionStatus.
const (
	PositionStatusUnspecified  PositionStatus = iota // nothing, or the party is safe again
	PositionStatusOrdersClosed                       // its orders were removed
	PositionStatusClosedOut                          // the network took it over
	PositionStatusDistressed                         // it waits for its close-out
)

var positionStatusNames = names{
	"UNSPECIFIED",
	"ORDERS_CLOSED",
	"CLOSED_OUT",
	"DISTRESSED",
}

// String returns the name of the value, as ParsePositionStatus reads it.
func (p PositionStatus) String() string { return positionStatusNames.name(uint8(p)) }

// ParsePositionStatus reads a name; an unknown one is an error.
func ParsePositionStatus(name string) (PositionStatus, error) {
	value, err := positionStatusNames.parse("position status", name)
	return PositionStatus(value), err
}
