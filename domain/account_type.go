package domain

// AccountType is what the money of an account is for.
type AccountType uint8

// The values of AccountType.
const (
	AccountTypeUnspecified        AccountType = iota // not known
	AccountTypeInsurance                             // a market's pool against losses that no party can pay
	AccountTypeSettlement                            // what losers paid and winners have not yet got
	AccountTypeMargin                                // a party's collateral for its positions in a market
	AccountTypeGeneral                               // a party's free money
	AccountTypeFeesInfrastructure                    // fees on their way to those who run the network
	AccountTypeFeesLiquidity                         // fees on their way to liquidity providers
	AccountTypeFeesMaker                             // fees on their way to makers
	AccountTypeBond                                  // what a liquidity provider has committed
	AccountTypeExternal                              // the world outside
	AccountTypeGlobalInsurance                       // an asset's pool behind those of the markets
	AccountTypeGlobalReward
	AccountTypePendingTransfers
	AccountTypeRewardMakerPaidFees
	AccountTypeRewardMakerReceivedFees
	AccountTypeRewardLPReceivedFees
	AccountTypeRewardMarketProposers
	AccountTypeHolding         // what unfilled spot orders hold back
	AccountTypeLPLiquidityFees // a liquidity provider's fees until they are paid out
	AccountTypeLiquidityFeesBonusDistribution
	AccountTypeNetworkTreasury
	AccountTypeVestingRewards
	AccountTypeVestedRewards
	AccountTypeRewardAveragePosition
	AccountTypeRewardRelativeReturn
	AccountTypeRewardReturnVolatility
	AccountTypeRewardValidatorRanking
	AccountTypePendingFeeReferralReward
	AccountTypeOrderMargin // a party's collateral for its orders, in isolated margin
	AccountTypeRewardRealisedReturn
	AccountTypeBuyBackFees
	AccountTypeRewardAverageNotional
	AccountTypeRewardEligibleEntities
	AccountTypeLockedForStaking
)

var accountTypeNames = names{
	"UNSPECIFIED",
	"INSURANCE",
	"SETTLEMENT",
	"MARGIN",
	"GENERAL",
	"FEES_INFRASTRUCTURE",
	"FEES_LIQUIDITY",
	"FEES_MAKER",
	"BOND",
	"EXTERNAL",
	"GLOBAL_INSURANCE",
	"GLOBAL_REWARD",
	"PENDING_TRANSFERS",
	"REWARD_MAKER_PAID_FEES",
	"REWARD_MAKER_RECEIVED_FEES",
	"REWARD_LP_RECEIVED_FEES",
	"REWARD_MARKET_PROPOSERS",
	"HOLDING",
	"LP_LIQUIDITY_FEES",
	"LIQUIDITY_FEES_BONUS_DISTRIBUTION",
	"NETWORK_TREASURY",
	"VESTING_REWARDS",
	"VESTED_REWARDS",
	"REWARD_AVERAGE_POSITION",
	"REWARD_RELATIVE_RETURN",
	"REWARD_RETURN_VOLATILITY",
	"REWARD_VALIDATOR_RANKING",
	"PENDING_FEE_REFERRAL_REWARD",
	"ORDER_MARGIN",
	"REWARD_REALISED_RETURN",
	"BUY_BACK_FEES",
	"REWARD_AVERAGE_NOTIONAL",
	"REWARD_ELIGIBLE_ENTITIES",
	"LOCKED_FOR_STAKING",
}

// String returns the name of the value, as ParseAccountType reads it.
func (a AccountType) String() string { return accountTypeNames.name(uint8(a)) }

// ParseAccountType reads a name; an unknown one is an error.
func ParseAccountType(name string) (AccountType, error) {
	value, err := accountTypeNames.parse("account type", name)
	return AccountType(value), err
}
