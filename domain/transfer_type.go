package domain

// TransferType is why money moved.
type TransferType uint8

// The values of TransferType.
const (
	TransferTypeUnspecified       TransferType = iota // not known
	TransferTypeLoss                                  // final settlement, paid
	TransferTypeWin                                   // final settlement, received
	TransferTypeMTMLoss                               // mark to market, paid
	TransferTypeMTMWin                                // mark to market, received
	TransferTypeMarginLow                             // general to margin
	TransferTypeMarginHigh                            // margin back to general
	TransferTypeMarginConfiscated                     // taken from a party that is closed out
	TransferTypeMakerFeePay
	TransferTypeMakerFeeReceive
	TransferTypeInfrastructureFeePay
	TransferTypeInfrastructureFeeDistribute
	TransferTypeLiquidityFeePay
	TransferTypeLiquidityFeeDistribute
	TransferTypeBondLow  // general to bond
	TransferTypeBondHigh // bond back to general
	TransferTypeWithdraw // out of the network
	TransferTypeDeposit  // into the network
	TransferTypeBondSlashing
	TransferTypeRewardPayout
	TransferTypeTransferFundsSend
	TransferTypeTransferFundsDistribute
	TransferTypeClearAccount // a closed market's account is emptied
	TransferTypeCheckpointBalanceRestore
	TransferTypeSpot // delivery of a spot trade
	TransferTypeHoldingLock
	TransferTypeHoldingRelease
	TransferTypeSuccessorInsuranceFraction
	TransferTypeLiquidityFeeAllocate
	TransferTypeLiquidityFeeNetDistribute
	TransferTypeSLAPenaltyBondApply
	TransferTypeSLAPenaltyLPFeeApply
	TransferTypeLiquidityFeeUnpaidCollect
	TransferTypeSLAPerformanceBonusDistribute
	TransferTypePerpetualsFundingLoss
	TransferTypePerpetualsFundingWin
	TransferTypeRewardsVested
	TransferTypeFeeReferrerRewardPay
	TransferTypeFeeReferrerRewardDistribute
	TransferTypeOrderMarginLow     // general to order margin
	TransferTypeOrderMarginHigh    // order margin back to general
	TransferTypeIsolatedMarginLow  // order margin to margin
	TransferTypeIsolatedMarginHigh // margin back to order margin
	TransferTypeAMMLow             // into an automated market maker's account
	TransferTypeAMMHigh
	TransferTypeAMMRelease // out of a closed automated market maker
	TransferTypeTreasuryFeePay
	TransferTypeBuyBackFeePay
	TransferTypeHighMakerFeeRebatePay
	TransferTypeHighMakerFeeRebateReceive
	TransferTypeDepositToVault
	TransferTypeWithdrawFromVault
)

var transferTypeNames = names{
	"UNSPECIFIED",
	"LOSS",
	"WIN",
	"MTM_LOSS",
	"MTM_WIN",
	"MARGIN_LOW",
	"MARGIN_HIGH",
	"MARGIN_CONFISCATED",
	"MAKER_FEE_PAY",
	"MAKER_FEE_RECEIVE",
	"INFRASTRUCTURE_FEE_PAY",
	"INFRASTRUCTURE_FEE_DISTRIBUTE",
	"LIQUIDITY_FEE_PAY",
	"LIQUIDITY_FEE_DISTRIBUTE",
	"BOND_LOW",
	"BOND_HIGH",
	"WITHDRAW",
	"DEPOSIT",
	"BOND_SLASHING",
	"REWARD_PAYOUT",
	"TRANSFER_FUNDS_SEND",
	"TRANSFER_FUNDS_DISTRIBUTE",
	"CLEAR_ACCOUNT",
	"CHECKPOINT_BALANCE_RESTORE",
	"SPOT",
	"HOLDING_LOCK",
	"HOLDING_RELEASE",
	"SUCCESSOR_INSURANCE_FRACTION",
	"LIQUIDITY_FEE_ALLOCATE",
	"LIQUIDITY_FEE_NET_DISTRIBUTE",
	"SLA_PENALTY_BOND_APPLY",
	"SLA_PENALTY_LP_FEE_APPLY",
	"LIQUIDITY_FEE_UNPAID_COLLECT",
	"SLA_PERFORMANCE_BONUS_DISTRIBUTE",
	"PERPETUALS_FUNDING_LOSS",
	"PERPETUALS_FUNDING_WIN",
	"REWARDS_VESTED",
	"FEE_REFERRER_REWARD_PAY",
	"FEE_REFERRER_REWARD_DISTRIBUTE",
	"ORDER_MARGIN_LOW",
	"ORDER_MARGIN_HIGH",
	"ISOLATED_MARGIN_LOW",
	"ISOLATED_MARGIN_HIGH",
	"AMM_LOW",
	"AMM_HIGH",
	"AMM_RELEASE",
	"TREASURY_FEE_PAY",
	"BUY_BACK_FEE_PAY",
	"HIGH_MAKER_FEE_REBATE_PAY",
	"HIGH_MAKER_FEE_REBATE_RECEIVE",
	"DEPOSIT_TO_VAULT",
	"WITHDRAW_FROM_VAULT",
}

// String returns the name of the value, as ParseTransferType reads it.
func (t TransferType) String() string { return transferTypeNames.name(uint8(t)) }

// ParseTransferType reads a name; an unknown one is an error.
func ParseTransferType(name string) (TransferType, error) {
	value, err := transferTypeNames.parse("transfer type", name)
	return TransferType(value), err
}
