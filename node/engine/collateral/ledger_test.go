package collateral_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/collateral"
)

var _ collateral.Emitter = (*generated.Router)(nil)

var at = time.Unix(1_800_000_000, 0).UTC()

func dec(s string) domain.Decimal { return udecimal.MustParse(s) }

// ledger is a ledger, and the events that it has emitted.
type ledger struct {
	*collateral.Ledger
	said    []string
	entries []domain.LedgerEntry
	stated  map[domain.AccountID]domain.Decimal
}

func newLedger() *ledger {
	v := &ledger{stated: map[domain.AccountID]domain.Decimal{}}
	bus := generated.NewRouter()
	say := func(format string, arguments ...any) { v.said = append(v.said, fmt.Sprintf(format, arguments...)) }
	for _, consumer := range []any{
		generated.EventFunc(func(e events.Event) {
			if e.Kind().Number() >= 16 {
				say("%s", e.Kind())
			}
		}),
		generated.MoneyMovementFunc(func(e generated.MoneyMovementEvent) {
			for _, m := range e.Moves().All() {
				v.entries = append(v.entries, m)
				say("%s %s: %s%s to %s%s", m.Type, m.Amount, m.From.Type, m.From.Owner, m.To.Type, m.To.Owner)
			}
		}),
		generated.AccountFunc(func(e generated.AccountEvent) {
			a := e.Account()
			v.stated[a.ID().AsStruct()] = a.Balance()
			say("%s%s holds %s", a.ID().Type(), a.ID().Owner(), a.Balance())
		}),
	} {
		if _, err := bus.Attach(consumer); err != nil {
			panic(err)
		}
	}
	bus.BeginBlock(events.Block{Height: 1})
	v.Ledger = collateral.New("USD", bus)
	return v
}

func (v *ledger) output() []string {
	said := v.said
	v.said = nil
	return said
}

func TestDepositsAndWithdrawals(t *testing.T) {
	v := newLedger()
	require.False(t, v.Known("a"))
	require.NoError(t, v.Deposit("d1", "a", dec("100"), at))
	require.True(t, v.Known("a"))
	require.NoError(t, v.Deposit("d2", "a", dec("11"), at))
	require.NoError(t, v.Withdraw("w1", "a", dec("1"), at))
	require.Equal(t, []string{
		"PartyAdded", "Deposit", "DEPOSIT 100: EXTERNAL to GENERALa", "Account", "GENERALa holds 100",
		"Deposit", "DEPOSIT 11: EXTERNAL to GENERALa", "Account", "GENERALa holds 111",
		"Withdrawal", "WITHDRAW 1: GENERALa to EXTERNAL", "Account", "GENERALa holds 110",
	}, v.output())

	require.ErrorIs(t, v.Withdraw("w2", "a", dec("111"), at), collateral.ErrInsufficientFunds)
	require.ErrorIs(t, v.Withdraw("w3", "b", dec("1"), at), collateral.ErrUnknownParty)
	require.ErrorIs(t, v.Withdraw("w4", "a", dec("0.5"), at), collateral.ErrAmount)
	require.Equal(t, []string{"Withdrawal", "Withdrawal", "Withdrawal"}, v.output(), "rejected, nothing moves")
	for _, amount := range []string{"0", "-1", "1.5"} {
		require.ErrorIs(t, v.Deposit("d3", "b", dec(amount), at), collateral.ErrAmount, amount)
	}
	require.ErrorIs(t, v.Deposit("d4", "", dec("1"), at), collateral.ErrParty)
	require.ErrorIs(t, v.Deposit("d5", domain.Network, dec("1"), at), collateral.ErrParty)
	require.Empty(t, v.output())
	require.False(t, v.Known("b"))
	require.Equal(t, "110", v.Balance(v.General("a")).String())
	require.Equal(t, "-110", v.Balance(v.External()).String())
}

func TestPost(t *testing.T) {
	v := newLedger()
	require.NoError(t, v.Deposit("d", "a", dec("100"), at))
	v.output()
	v.Post(at)
	v.Move(v.General("a"), v.Margin("a", "M"), dec("0"), domain.TransferTypeMarginLow)
	v.Post(at)
	require.Empty(t, v.output(), "nothing was moved")

	v.Move(v.General("a"), v.Margin("a", "M"), dec("30"), domain.TransferTypeMarginLow)
	require.Equal(t, "20", v.MoveUpTo(v.Margin("a", "M"), v.Settlement("M"), dec("20"), domain.TransferTypeMTMLoss).String())
	require.Equal(t, "10", v.MoveUpTo(v.Margin("a", "M"), v.Insurance("M"), dec("99"), domain.TransferTypeMarginConfiscated).String())
	require.Equal(t, "70", v.Balance(v.General("a")).String(), "booked at once")
	require.Empty(t, v.output(), "emitted later")
	v.Post(at)
	require.Equal(t, []string{
		"LedgerMovement", "MARGIN_LOW 30: GENERALa to MARGINa", "MTM_LOSS 20: MARGINa to SETTLEMENT", "MARGIN_CONFISCATED 10: MARGINa to INSURANCE",
		"Account", "GENERALa holds 70", "Account", "MARGINa holds 0", "Account", "SETTLEMENT holds 20", "Account", "INSURANCE holds 10",
	}, v.output())
	require.Equal(t, at, v.entries[1].At)
	require.Equal(t, []string{"a"}, v.MarginHolders("M"))
	require.Empty(t, v.MarginHolders("N"))
}

func TestMisuse(t *testing.T) {
	v := newLedger()
	require.NoError(t, v.Deposit("d", "a", dec("5"), at))
	v.output()
	require.PanicsWithValue(t, "collateral: GENERAL account of a holds 5, which is less than 6: ask for its balance before moving money",
		func() { v.Move(v.General("a"), v.Fees("M"), dec("6"), domain.TransferTypeMakerFeePay) })
	for _, amount := range []string{"-1", "0.1"} {
		require.Panics(t, func() { v.Move(v.General("a"), v.Fees("M"), dec(amount), domain.TransferTypeMakerFeePay) })
	}
	v.Post(at)
	require.Empty(t, v.output(), "nothing was booked")
	require.Equal(t, "5", v.Balance(v.General("a")).String())
}

// TestMoneyIsConserved moves money at random. All accounts with the external one add up to zero, no other account is negative, and the
// emitted entries explain every emitted balance.
func TestMoneyIsConserved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := newLedger()
		parties := []string{"a", "b"}
		ids := []domain.AccountID{v.Insurance("M"), v.Settlement("M"), v.Fees("M"), v.MakerFees("M"), v.GlobalInsurance()}
		for _, p := range parties {
			ids = append(ids, v.General(p), v.Margin(p, "M"), v.Margin(p, "N"))
		}
		account := rapid.SampledFrom(ids)
		amount := rapid.Map(rapid.Int64Range(-1, 50), func(n int64) domain.Decimal { return udecimal.MustFromInt64(n, 0) })
		for range rapid.IntRange(1, 50).Draw(t, "steps") {
			party := rapid.SampledFrom(parties).Draw(t, "party")
			switch rapid.IntRange(0, 4).Draw(t, "what") {
			case 0:
				_ = v.Deposit("d", party, amount.Draw(t, "amount"), at) // an error is a refusal
			case 1:
				_ = v.Withdraw("w", party, amount.Draw(t, "amount"), at)
			case 2:
				v.Post(at)
			default:
				v.MoveUpTo(account.Draw(t, "from"), account.Draw(t, "to"), amount.Draw(t, "amount").Abs(), domain.TransferTypeClearAccount)
			}
		}
		v.Post(at)
		sum := v.Balance(v.External())
		explained := map[domain.AccountID]domain.Decimal{}
		for _, m := range v.entries {
			explained[m.From] = explained[m.From].Sub(m.Amount)
			explained[m.To] = explained[m.To].Add(m.Amount)
		}
		for _, id := range ids {
			balance := v.Balance(id)
			sum = sum.Add(balance)
			require.False(t, balance.IsNeg())
			require.True(t, balance.Equal(explained[id]), "%v", id)
			require.True(t, balance.Equal(v.stated[id]), "%v", id)
		}
		require.True(t, sum.IsZero(), sum.String())
	})
}
