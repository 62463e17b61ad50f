package domain

// TradeType is what brought two sides of a trade together.
type TradeType uint8

// The values of TradeType.
const (
	TradeTypeUnspecified         TradeType = iota // not known
	TradeTypeDefault                              // two parties matched
	TradeTypeNetworkCloseOutGood                  // the network sheds volume into the book
	TradeTypeNetworkCloseOutBad                   // the network takes a position over from a distressed party
)

var tradeTypeNames = names{
	"UNSPECIFIED",
	"DEFAULT",
	"NETWORK_CLOSE_OUT_GOOD",
	"NETWORK_CLOSE_OUT_BAD",
}

// String returns the name of the value, as ParseTradeType reads it.
func (t TradeType) String() string { return tradeTypeNames.name(uint8(t)) }

// ParseTradeType reads a name; an unknown one is an error.
func ParseTradeType(name string) (TradeType, error) {
	value, err := tradeTypeNames.parse("trade type", name)
	return TradeType(value), err
}
