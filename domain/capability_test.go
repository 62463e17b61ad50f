package domain

import (
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
)

var (
	_ MoneyMovement = LedgerMovement{}
	_ MoneyMovement = Deposit{}
	_ MoneyMovement = Withdrawal{}
	_ WorkflowError = OrderRejected{}
	_ WorkflowError = TxFailed{}
)

func TestMovesOnceFinalized(t *testing.T) {
	at, amount := time.Unix(5, 0).UTC(), udecimal.MustParse("12")
	party := Party{PartyID: "a"}
	outside := AccountID{Asset: "ETH", Type: AccountTypeExternal}
	general := AccountID{Owner: "a", Asset: "ETH", Type: AccountTypeGeneral}

	deposit := Deposit{Party: party, Asset: "ETH", Amount: amount, At: at, Status: DepositStatusOpen}
	require.Zero(t, deposit.Moves().Len())
	deposit.Status = DepositStatusFinalized
	require.Equal(t, events.ListOf(LedgerEntry{outside, general, amount, TransferTypeDeposit, at}), deposit.Moves())

	withdrawal := Withdrawal{Party: party, Asset: "ETH", Amount: amount, At: at, Status: WithdrawalStatusRejected}
	require.Zero(t, withdrawal.Moves().Len())
	withdrawal.Status = WithdrawalStatusFinalized
	require.Equal(t, events.ListOf(LedgerEntry{general, outside, amount, TransferTypeWithdraw, at}), withdrawal.Moves())

	require.Equal(t, deposit.Moves(), LedgerMovement{Entries: deposit.Moves()}.Moves())
}

func TestFailureSaysWhy(t *testing.T) {
	require.Equal(t, "MARGIN_CHECK_FAILED", OrderRejected{Reason: OrderReasonMarginCheckFailed}.Failure())
	require.Equal(t, "no balance", TxFailed{Error: "no balance"}.Failure())
}
