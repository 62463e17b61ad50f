package domain

// AuctionTrigger is why an auction runs.
type AuctionTrigger uint8

// The values of AuctionTrigger.
const (
	AuctionTriggerUnspecified               AuctionTrigger = iota // no auction
	AuctionTriggerBatch                                           // the market trades in batches
	AuctionTriggerOpening                                         // the market opens
	AuctionTriggerPrice                                           // the price left its bounds
	AuctionTriggerLiquidity                                       // too little liquidity
	AuctionTriggerLiquidityTargetNotMet                           // less liquidity committed than the target
	AuctionTriggerUnableToDeployLPOrders                          // the orders of liquidity providers had no place
	AuctionTriggerGovernanceSuspension                            // a vote halted the market
	AuctionTriggerLongBlock                                       // a block took too long
	AuctionTriggerProtocolAutomatedPurchase                       // the protocol buys
)

var auctionTriggerNames = names{
	"UNSPECIFIED",
	"BATCH",
	"OPENING",
	"PRICE",
	"LIQUIDITY",
	"LIQUIDITY_TARGET_NOT_MET",
	"UNABLE_TO_DEPLOY_LP_ORDERS",
	"GOVERNANCE_SUSPENSION",
	"LONG_BLOCK",
	"PROTOCOL_AUTOMATED_PURCHASE",
}

// String returns the name of the value, as ParseAuctionTrigger reads it.
func (a AuctionTrigger) String() string { return auctionTriggerNames.name(uint8(a)) }

// ParseAuctionTrigger reads a name; an unknown one is an error.
func ParseAuctionTrigger(name string) (AuctionTrigger, error) {
	value, err := auctionTriggerNames.parse("auction trigger", name)
	return AuctionTrigger(value), err
}
