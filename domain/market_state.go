package domain

// MarketState is where a market is in its life.
type MarketState uint8

// The values of MarketState.
const (
	MarketStateUnspecified            MarketState = iota // not known
	MarketStateProposed                                  // awaits the vote
	MarketStateRejected                                  // voted down
	MarketStatePending                                   // in its opening auction
	MarketStateCancelled                                 // ended before it opened
	MarketStateActive                                    // trading
	MarketStateSuspended                                 // in an auction that monitoring triggered
	MarketStateClosed                                    // ended by governance
	MarketStateTradingTerminated                         // trading is over, settlement is not
	MarketStateSettled                                   // all positions are paid out
	MarketStateSuspendedViaGovernance                    // halted by a vote
)

var marketStateNames = names{
	"UNSPECIFIED",
	"PROPOSED",
	"REJECTED",
	"PENDING",
	"CANCELLED",
	"ACTIVE",
	"SUSPENDED",
	"CLOSED",
	"TRADING_TERMINATED",
	"SETTLED",
	"SUSPENDED_VIA_GOVERNANCE",
}

// String returns the name of the value, as ParseMarketState reads it.
func (m MarketState) String() string { return marketStateNames.name(uint8(m)) }

// ParseMarketState reads a name; an unknown one is an error.
func ParseMarketState(name string) (MarketState, error) {
	value, err := marketStateNames.parse("market state", name)
	return MarketState(value), err
}
