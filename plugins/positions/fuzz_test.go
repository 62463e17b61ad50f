package positions

import (
	"encoding/binary"
	"math"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
)

var (
	fuzzMarkets = []string{"m", "n"}
	fuzzParties = []string{"a", "b", domain.Network}
	fuzzNumbers = []string{
		"0", "1", "-1", "0.1", "0.001", "-0.001", "7", "1000000", "0.0000000000000000001", "-3.5",
		"9223372036854775807", "18446744073709551616", "340282366920938463463374607431768211456",
		"-99999999999999999999999999999999999999999999999999999999999.9999999999999999999",
	}
	fuzzSizes = []int64{0, 1, -1, 5, -5, math.MaxInt64, math.MinInt64, math.MinInt64 + 1}
)

// choices reads the fuzzer's input as choices. After its end, all choices are zero.
type choices struct{ data []byte }

func (c *choices) next() byte {
	if len(c.data) == 0 {
		return 0
	}
	b := c.data[0]
	c.data = c.data[1:]
	return b
}

func pick[T any](c *choices, from []T) T { return from[int(c.next())%len(from)] }

func (c *choices) number() domain.Decimal { return udecimal.MustParse(pick(c, fuzzNumbers)) }

// size returns a small size, one at the limits, or any other.
func (c *choices) size() int64 {
	if c.next()%4 != 0 {
		return pick(c, fuzzSizes)
	}
	var raw [8]byte
	for i := range raw {
		raw[i] = c.next()
	}
	return int64(binary.LittleEndian.Uint64(raw[:]))
}

func (c *choices) market() domain.Market { return domain.Market{MarketID: pick(c, fuzzMarkets)} }
func (c *choices) party() domain.Party   { return domain.Party{PartyID: pick(c, fuzzParties)} }
func (c *choices) time() time.Time       { return time.Unix(0, int64(c.next())) }

func (c *choices) settlement() domain.Settlement {
	return domain.Settlement{Market: c.market(), Party: c.party(), Price: c.number(), At: c.time()}
}

func (c *choices) side() domain.TradeSide {
	return domain.TradeSide{PartyID: pick(c, fuzzParties), Fee: domain.Fee{Maker: c.number(), Liquidity: c.number()}}
}

func (c *choices) trade() domain.Trade {
	return domain.Trade{Market: c.market(), Type: domain.TradeType(c.next() % 4), Aggressor: domain.Side(c.next() % 3),
		Buyer: c.side(), Seller: c.side(), Size: uint64(c.size()), Price: c.number()}
}

func (c *choices) settlePosition() domain.SettlePosition {
	trades := make([]domain.SettlementTrade, c.next()%4)
	for i := range trades {
		trades[i] = domain.SettlementTrade{Size: c.size(), Price: c.number()}
	}
	return domain.SettlePosition{Settlement: c.settlement(), PositionFactor: c.number(), Trades: events.ListOf(trades...)}
}

// FuzzPositions applies any sequence of events. It checks that none panics, and that every volume
// is the sum of the sizes that moved it.
func FuzzPositions(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x00\x02\x01\x05\x01\x01\x05\x0a\x00\x00\x00\x01\x00\x01\x00\x00\x02\x0c"))
	f.Add([]byte("\x07\x03\x01\x02\x00\x01\x05\x01\x02\x01\x05\x03\x00\x04\x01\x06\x00\x01\x02\x0b\x0d\x03"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &choices{data}
		p := New(Config{})
		volumes := map[[2]string]domain.Decimal{}
		for len(c.data) > 0 {
			fuzzStep(c, p, volumes)
		}
		for _, row := range p.All() {
			want := volumes[[2]string{row.MarketID, row.PartyID}]
			require.True(t, want.Equal(row.OpenVolume), "%s %s: %s, want %s", row.MarketID, row.PartyID, row.OpenVolume, want)
			require.True(t, row.OpenVolume.Equal(whole(row.OpenVolume)))
			require.False(t, row.OpenVolume.IsZero() && !row.AverageEntryPrice.IsZero(), "average price without volume")
			require.False(t, row.Loss.IsPos() || row.Adjustment.IsNeg())
			_ = shown(row)
		}
	})
}

// fuzzStep applies one event and moves the expected volumes.
func fuzzStep(c *choices, p *Positions, volumes map[[2]string]domain.Decimal) {
	switch c.next() % 8 {
	case 0:
		e := c.settlePosition()
		key := [2]string{e.MarketID, e.PartyID}
		for _, t := range e.Trades.All() {
			volumes[key] = volumes[key].Add(signed(t.Size))
		}
		p.settlePosition(e)
	case 1:
		e := domain.SettleDistressed{Settlement: c.settlement(), Margin: c.number()}
		volumes[[2]string{e.MarketID, e.PartyID}] = domain.Decimal{}
		p.settleDistressed(e)
	case 2:
		p.lossSocialization(domain.LossSocialization{Market: c.market(), Party: c.party(), Amount: c.number(),
			Funding: c.next()%2 == 0, At: c.time()})
	case 3:
		p.distressedOrders(domain.DistressedOrders{Market: c.market(), PartyIDs: events.ListOf(pick(c, fuzzParties))})
	case 4:
		p.distressedPositions(domain.DistressedPositions{Market: c.market(),
			DistressedIDs: events.ListOf(pick(c, fuzzParties)), SafeIDs: events.ListOf(pick(c, fuzzParties))})
	case 5:
		p.marketSettled(domain.MarketSettled{Market: c.market(), Price: c.number(), PositionFactor: c.number()})
	case 6:
		p.fundingPayments(domain.FundingPayments{Market: c.market(),
			Payments: events.ListOf(domain.FundingPayment{PartyID: pick(c, fuzzParties), Amount: c.number()})})
	case 7:
		t := c.trade()
		fuzzCloseOut(p, t, volumes)
		p.trade(t)
	}
}

// fuzzCloseOut moves the network's expected volume in a known market. Trades other than close-outs
// do not move it.
func fuzzCloseOut(p *Positions, t domain.Trade, volumes map[[2]string]domain.Decimal) {
	if t.Type != domain.TradeTypeNetworkCloseOutBad || len(p.OfMarket(t.MarketID)) == 0 {
		return
	}
	size := unsigned(t.Size)
	if t.Buyer.PartyID != domain.Network {
		size = size.Neg()
	}
	key := [2]string{t.MarketID, domain.Network}
	volumes[key] = volumes[key].Add(size)
}
