package domain

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNamesRoundTrip reads back every name of every enumeration, and refuses what is none.
func TestNamesRoundTrip(t *testing.T) {
	roundTrip(t, accountTypeNames, ParseAccountType, AccountTypeLockedForStaking)
	roundTrip(t, auctionTriggerNames, ParseAuctionTrigger, AuctionTriggerProtocolAutomatedPurchase)
	roundTrip(t, depositStatusNames, ParseDepositStatus, DepositStatusDuplicateRejected)
	roundTrip(t, epochActionNames, ParseEpochAction, EpochActionEnd)
	roundTrip(t, lossTypeNames, ParseLossType, LossTypeFundingPayment)
	roundTrip(t, marketStateNames, ParseMarketState, MarketStateSuspendedViaGovernance)
	roundTrip(t, orderReasonNames, ParseOrderReason, OrderReasonSellOrderNotAllowed)
	roundTrip(t, orderStatusNames, ParseOrderStatus, OrderStatusParked)
	roundTrip(t, orderTypeNames, ParseOrderType, OrderTypeNetwork)
	roundTrip(t, positionStatusNames, ParsePositionStatus, PositionStatusDistressed)
	roundTrip(t, sideNames, ParseSide, SideSell)
	roundTrip(t, stopOrderStatusNames, ParseStopOrderStatus, StopOrderStatusRejected)
	roundTrip(t, timeInForceNames, ParseTimeInForce, TimeInForceGFN)
	roundTrip(t, tradeTypeNames, ParseTradeType, TradeTypeNetworkCloseOutBad)
	roundTrip(t, tradingModeNames, ParseTradingMode, TradingModeProtocolAutomatedPurchaseAuction)
	roundTrip(t, transferTypeNames, ParseTransferType, TransferTypeWithdrawFromVault)
	roundTrip(t, triggerDirectionNames, ParseTriggerDirection, TriggerDirectionFallsBelow)
	roundTrip(t, withdrawalStatusNames, ParseWithdrawalStatus, WithdrawalStatusFinalized)
}

func roundTrip[T interface {
	~uint8
	fmt.Stringer
}](t *testing.T, all names, parse func(string) (T, error), last T) {
	t.Helper()
	require.Len(t, all, int(last)+1, "the names and the constants must be as many")
	seen := map[string]bool{}
	for i, name := range all {
		require.False(t, seen[name], name)
		seen[name] = true
		value, err := parse(name)
		require.NoError(t, err)
		require.Equal(t, T(i), value)
		require.Equal(t, name, value.String())
	}
	require.Equal(t, fmt.Sprintf("UNKNOWN_%d", len(all)), T(len(all)).String())
	for _, name := range []string{"", "unspecified", "NO_SUCH_NAME"} {
		_, err := parse(name)
		require.ErrorContains(t, err, fmt.Sprintf("%q", name))
	}
}

func TestNamesOfConstants(t *testing.T) {
	for name, value := range map[string]fmt.Stringer{
		"BUY": SideBuy, "CLOSED_OUT": PositionStatusClosedOut, "NETWORK_CLOSE_OUT_GOOD": TradeTypeNetworkCloseOutGood,
		"LP_LIQUIDITY_FEES": AccountTypeLPLiquidityFees, "MTM_LOSS": TransferTypeMTMLoss, "AMM_RELEASE": TransferTypeAMMRelease,
		"ISOLATED_MARGIN_CHECK_FAILED": OrderReasonIsolatedMarginCheckFailed, "GTT": TimeInForceGTT,
		"TRADING_TERMINATED": MarketStateTradingTerminated, "MONITORING_AUCTION": TradingModeMonitoringAuction,
		"OPENING": AuctionTriggerOpening, "SETTLEMENT": LossTypeSettlement, "PARTIALLY_FILLED": OrderStatusPartiallyFilled,
	} {
		require.Equal(t, name, value.String())
	}
}
