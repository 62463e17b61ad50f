package audit_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/audit"
)

var at = time.Unix(1_800_000_000, 0).UTC()

func dec(s string) domain.Decimal { return udecimal.MustParse(s) }

var (
	market   = domain.Market{MarketID: "M"}
	outside  = domain.AccountID{Asset: "USD", Type: domain.AccountTypeExternal}
	settling = domain.AccountID{MarketID: "M", Asset: "USD", Type: domain.AccountTypeSettlement}
	insuring = domain.AccountID{MarketID: "M", Asset: "USD", Type: domain.AccountTypeInsurance}
)

func general(party string) domain.AccountID {
	return domain.AccountID{Owner: party, Asset: "USD", Type: domain.AccountTypeGeneral}
}

func margin(party string) domain.AccountID {
	return domain.AccountID{Owner: party, MarketID: "M", Asset: "USD", Type: domain.AccountTypeMargin}
}

// exchange emits the events of an exchange.
type exchange struct{ *generated.Router }

func (b exchange) deposit(party, amount string) {
	b.EmitDeposit(domain.Deposit{
		Party: domain.Party{PartyID: party}, Asset: "USD", Amount: dec(amount), Status: domain.DepositStatusFinalized,
	})
	b.account(general(party), amount)
}

func (b exchange) account(id domain.AccountID, balance string) {
	b.EmitAccount(domain.Account{ID: id, Balance: dec(balance)})
}

func (b exchange) move(from, to domain.AccountID, amount string, why domain.TransferType) {
	b.EmitLedgerMovement(domain.LedgerMovement{Entries: events.ListOf(domain.LedgerEntry{From: from, To: to, Amount: dec(amount), Type: why})})
}

func (b exchange) volume(party string, size int64) {
	b.EmitPositionState(domain.PositionState{Market: market, Party: domain.Party{PartyID: party}, Size: size})
}

func (b exchange) order(id, party string, side domain.Side, price string, size, remaining uint64) {
	status := domain.OrderStatusActive
	if remaining == 0 {
		status = domain.OrderStatusFilled
	}
	b.EmitOrder(domain.Order{
		Market: market, Party: domain.Party{PartyID: party}, ID: id, Side: side, Price: dec(price), Size: size, Remaining: remaining, Status: status,
	})
}

func (b exchange) trade(buyer, seller, buyOrder, sellOrder string, size uint64, price string) {
	b.EmitTrade(domain.Trade{
		Market: market, Type: domain.TradeTypeDefault, Size: size, Price: dec(price), AssetPrice: dec(price),
		Buyer: domain.TradeSide{PartyID: buyer, OrderID: buyOrder}, Seller: domain.TradeSide{PartyID: seller, OrderID: sellOrder},
	})
}

func (b exchange) settle(party, price string, trades ...domain.SettlementTrade) {
	b.EmitSettlePosition(domain.SettlePosition{
		Settlement:     domain.Settlement{Market: market, Party: domain.Party{PartyID: party}, Price: dec(price), At: at},
		PositionFactor: udecimal.One, Trades: events.ListOf(trades...),
	})
}

func booked(size int64, price string) domain.SettlementTrade {
	return domain.SettlementTrade{Size: size, Price: dec(price), MarketPrice: dec(price)}
}

// sound emits the start of all streams here: a buys 5 of b at 100, and both are marked at 110, so that b pays 50 to a.
func (b exchange) sound() {
	b.tx(func() {
		b.deposit("a", "1000")
		b.deposit("b", "1000")
	})
	b.tx(func() {
		b.order("s", "b", domain.SideSell, "100", 8, 8)
		b.trade("a", "b", "x", "s", 5, "100")
		b.order("s", "b", domain.SideSell, "100", 8, 3)
		b.order("x", "a", domain.SideBuy, "100", 5, 0)
		b.volume("a", 5)
		b.volume("b", -5)
	})
	b.tx(func() {
		b.settle("a", "110", booked(5, "100"))
		b.settle("b", "110", booked(-5, "100"))
		b.move(general("b"), settling, "50", domain.TransferTypeMTMLoss)
		b.move(settling, margin("a"), "50", domain.TransferTypeMTMWin)
		b.account(general("b"), "950")
		b.account(settling, "0")
		b.account(margin("a"), "50")
	})
}

func (b exchange) tx(do func()) {
	b.BeginTx("tx")
	do()
	b.EndTx()
}

// audited returns an auditor that has received a block with what do emits.
func audited(t *testing.T, do func(exchange)) *audit.Auditor {
	t.Helper()
	bus, a := generated.NewRouter(), audit.New()
	_, err := bus.Attach(a)
	require.NoError(t, err)
	bus.BeginBlock(events.Block{Height: 1, Time: at})
	do(exchange{bus})
	bus.EndBlock()
	return a
}

func TestSoundStream(t *testing.T) {
	a := audited(t, exchange.sound)
	require.NoError(t, a.Err())
	require.Empty(t, a.Findings())
	require.Equal(t, []uint64{3, 1}, []uint64{a.Transactions(), a.Blocks()})
}

// follows lists the rules that a fault may break together with its own: a wrong ledger also has a wrong sum, and wrong volumes differ
// from what they are compared with.
var follows = map[string][]string{
	"explained": {"explained", "conserved"},
	"negative":  {"negative"},
	"conserved": {"explained", "conserved"},
	"volumes":   {"volumes", "booked"},
	"crossed":   {"crossed"},
	"filled":    {"filled"},
	"profit":    {"profit"},
	"booked":    {"booked"},
}

// TestFindings adds a transaction that breaks one rule to a sound stream.
func TestFindings(t *testing.T) {
	for name, c := range map[string]struct {
		rule, what string
		do         func(b exchange)
	}{
		"balance from nowhere": {"explained", "is stated to hold 951, its entries add up to 950", func(b exchange) { b.account(general("b"), "951") }},
		"balance not stated": {"explained", "was last stated to hold 1000", func(b exchange) {
			b.move(general("a"), general("b"), "1", domain.TransferTypeWithdraw)
			b.account(general("b"), "951")
		}},
		"stated too early": {"explained", "its entries add up to 950", func(b exchange) {
			b.account(general("b"), "949")
			b.move(general("b"), general("a"), "1", domain.TransferTypeWithdraw)
			b.account(general("a"), "1001")
		}},
		"entry of nothing": {"explained", "an entry of 0", func(b exchange) { b.move(general("a"), general("b"), "0", domain.TransferTypeWithdraw) }},
		"overdrawn": {"negative", "holds -1", func(b exchange) {
			b.move(settling, insuring, "1", domain.TransferTypeClearAccount)
			b.account(settling, "-1")
			b.account(insuring, "1")
		}},
		"money not stated":   {"conserved", "all accounts hold 2000, and 2007 came in", func(b exchange) { b.move(outside, insuring, "7", domain.TransferTypeDeposit) }},
		"volume of one side": {"volumes", "add up to 1", func(b exchange) { b.trade("a", "b", "", "", 1, "110"); b.volume("a", 6) }},
		"crossed book":       {"crossed", "a bid of 100 and an offer of 100", func(b exchange) { b.order("y", "a", domain.SideBuy, "100", 1, 1) }},
		"filled by nothing":  {"filled", "order s: filled 5 before, 6 now, by trades of 0", func(b exchange) { b.order("s", "b", domain.SideSell, "100", 8, 2) }},
		"traded, not filled": {"filled", "order s: filled 5 before, 5 now, by trades of 1", func(b exchange) {
			b.trade("a", "b", "y", "s", 1, "100")
			b.order("y", "a", domain.SideBuy, "100", 1, 0)
			b.volume("a", 6)
			b.volume("b", -6)
		}},
		"more remaining than size": {"filled", "order y of 1 has 2 remaining", func(b exchange) { b.order("y", "b", domain.SideSell, "120", 1, 2) }},
		"gain not paid": {"profit", "a in market M has gained 55, and was paid 50", func(b exchange) {
			b.settle("a", "111")
		}},
		"paid without a gain": {"profit", "b in market M has gained -50, and was paid -60", func(b exchange) {
			b.move(general("b"), settling, "10", domain.TransferTypeMTMLoss)
			b.move(settling, margin("a"), "10", domain.TransferTypeMTMWin)
			b.account(general("b"), "940")
			b.account(settling, "0")
			b.account(margin("a"), "60")
		}},
		"volume that no trade made": {"booked", "a in market M: 5 open by settlements, 0 traded since, 7 by the core", func(b exchange) {
			b.volume("a", 7)
			b.volume("b", -7)
		}},
		"confiscated without an event": {"profit", "a in market M has gained 50, and was paid 0", func(b exchange) {
			b.move(margin("a"), insuring, "50", domain.TransferTypeMarginConfiscated)
			b.account(margin("a"), "0")
			b.account(insuring, "50")
		}},
	} {
		t.Run(name, func(t *testing.T) {
			a := audited(t, func(b exchange) {
				b.sound()
				b.tx(func() { c.do(b) })
			})
			require.Error(t, a.Err())
			i := slices.IndexFunc(a.Findings(), func(f audit.Finding) bool { return f.Rule == c.rule && strings.Contains(f.What, c.what) })
			require.GreaterOrEqual(t, i, 0, "%v", a.Findings())
			require.Equal(t, "tx", a.Findings()[i].Tx)
			for _, f := range a.Findings() {
				require.Contains(t, follows[c.rule], f.Rule, "%v", f)
			}
		})
	}
}

// TestRoundingIsNoFinding checks that the auditor accepts rounding: settlement pays whole units, the plug-in's figures have fractions.
func TestRoundingIsNoFinding(t *testing.T) {
	a := audited(t, func(b exchange) {
		b.sound()
		b.tx(func() {
			b.settle("a", "110.2")
			b.settle("b", "110.1")
		})
	})
	require.NoError(t, a.Err(), "a gained 51 and was paid 50, b lost 50.5 and paid 50")
}

// TestOrder routes events whose headers are out of order.
func TestOrder(t *testing.T) {
	block := func(height uint64) events.Block { return events.Block{Height: height, Time: at} }
	begin := func(height, number uint64) events.Event {
		return events.NewBeginBlock(events.NewHeader(block(height), "", number))
	}
	end := func(height, number uint64) events.Event {
		return events.NewEndBlock(events.NewHeader(block(height), "", number))
	}
	for name, c := range map[string]struct {
		events []events.Event
		what   string
	}{
		"good":         {[]events.Event{begin(4, 0), end(4, 1), begin(7, 0), end(7, 1)}, ""},
		"gap":          {[]events.Event{begin(1, 0), end(1, 2)}, "number 2 of block 1 follows number 0 of block 1"},
		"twice":        {[]events.Event{begin(1, 0), end(1, 1), end(1, 1)}, "number 1 of block 1 follows number 1"},
		"falls back":   {[]events.Event{begin(2, 0), end(2, 1), begin(1, 0)}, "block 1 starts with number 0 after block 2"},
		"late start":   {[]events.Event{begin(1, 3)}, "block 1 starts with number 3"},
		"other height": {[]events.Event{begin(1, 0), end(2, 1)}, "number 1 of block 2 follows number 0 of block 1"},
	} {
		t.Run(name, func(t *testing.T) {
			a := audit.New()
			for _, e := range c.events {
				a.OnEvent(e)
			}
			if c.what == "" {
				require.NoError(t, a.Err())
				return
			}
			require.ErrorContains(t, a.Err(), c.what)
			require.Equal(t, "order", a.Findings()[0].Rule)
		})
	}
}

// TestManyFindings checks that an auditor keeps the first findings and counts the rest.
func TestManyFindings(t *testing.T) {
	a := audited(t, func(b exchange) {
		for range 3 * audit.Kept {
			b.tx(func() { b.account(general("b"), "-1") })
		}
	})
	require.Len(t, a.Findings(), audit.Kept)
	require.ErrorContains(t, a.Err(), "findings, the first: block 1, event 1, transaction \"tx\": negative: ")
}
