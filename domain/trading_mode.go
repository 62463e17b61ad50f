package domain

// TradingMode is how a market matches orders just now.
type TradingMode uint8

// The values of TradingMode.
const (
	TradingModeUnspecified                      TradingMode = iota // not known
	TradingModeContinuous                                          // as they arrive
	TradingModeBatchAuction                                        // in batches
	TradingModeOpeningAuction                                      // in the auction that opens the market
	TradingModeMonitoringAuction                                   // in an auction that monitoring triggered
	TradingModeNoTrading                                           // not at all
	TradingModeSuspendedViaGovernance                              // in the auction of a market that a vote halted
	TradingModeLongBlockAuction                                    // in an auction after a block that took too long
	TradingModeProtocolAutomatedPurchaseAuction                    // in the auction of a purchase by the protocol
)

var tradingModeNames = names{
	"UNSPECIFIED",
	"CONTINUOUS",
	"BATCH_AUCTION",
	"OPENING_AUCTION",
	"MONITORING_AUCTION",
	"NO_TRADING",
	"SUSPENDED_VIA_GOVERNANCE",
	"LONG_BLOCK_AUCTION",
	"PROTOCOL_AUTOMATED_PURCHASE_AUCTION",
}

// String returns the name of the value, as ParseTradingMode reads it.
func (t TradingMode) String() string { return tradingModeNames.name(uint8(t)) }

// ParseTradingMode reads a name; an unknown one is an error.
func ParseTradingMode(name string) (TradingMode, error) {
	value, err := tradingModeNames.parse("trading mode", name)
	return TradingMode(value), err
}
