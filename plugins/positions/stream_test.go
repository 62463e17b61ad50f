package positions

import (
	"encoding/json"
	"strconv"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// number is a decimal in a recorded stream, which has all numbers as JSON strings.
type number struct{ domain.Decimal }

func (n *number) UnmarshalJSON(text []byte) error {
	unquoted, err := strconv.Unquote(string(text))
	if err != nil {
		return err
	}
	n.Decimal, err = udecimal.Parse(unquoted)
	return err
}

// size is a volume in a recorded stream.
type size int64

func (s *size) UnmarshalJSON(text []byte) error {
	value, err := strconv.ParseInt(string(text[1:len(text)-1]), 10, 64)
	*s = size(value)
	return err
}

// instant is a time in a recorded stream, in nanoseconds.
type instant struct{ time.Time }

func (i *instant) UnmarshalJSON(text []byte) error {
	value, err := strconv.ParseInt(string(text[1:len(text)-1]), 10, 64)
	i.Time = time.Unix(0, value).UTC()
	return err
}

// line is a line of a recorded stream. It has the fields of all kinds that the plug-in consumes.
type line struct {
	Kind           string
	Market         string
	Party          string
	Price          number
	PositionFactor number `json:"position_factor"`
	Timestamp      instant
	Trades         []struct {
		Size        size
		Price       number
		MarketPrice number `json:"market_price"`
	}
	Margin            number
	Amount            number
	IsFunding         bool `json:"is_funding"`
	Parties           []string
	DistressedParties []string `json:"distressed_parties"`
	SafeParties       []string `json:"safe_parties"`
	Payments          []struct {
		Party  string
		Amount number
	}
	Buyer, Seller string
	Size          size
	Type          string
	Aggressor     string
	BuyerFee      fee `json:"buyer_fee"`
	SellerFee     fee `json:"seller_fee"`
	Positions     []map[string]string
}

type fee struct {
	Maker           number
	Infrastructure  number
	Liquidity       number
	Treasury        number
	BuyBack         number `json:"buy_back"`
	HighVolumeMaker number `json:"high_volume_maker"`
}

func (f fee) payload() domain.Fee {
	return domain.Fee{
		Maker:           f.Maker.Decimal,
		Infrastructure:  f.Infrastructure.Decimal,
		Liquidity:       f.Liquidity.Decimal,
		Treasury:        f.Treasury.Decimal,
		BuyBack:         f.BuyBack.Decimal,
		HighVolumeMaker: f.HighVolumeMaker.Decimal,
	}
}

// feed emits the payload of a line, if the plug-in consumes its kind.
func (l line) feed(t *testing.T, bus generated.Emitter) {
	switch l.Kind {
	case "settle_position":
		bus.EmitSettlePosition(l.settlePosition())
	case "settle_distressed":
		bus.EmitSettleDistressed(domain.SettleDistressed{Settlement: l.settlement(), Margin: l.Margin.Decimal})
	case "loss_socialization":
		bus.EmitLossSocialization(domain.LossSocialization{Market: l.market(), Party: domain.Party{PartyID: l.Party},
			Amount: l.Amount.Decimal, Funding: l.IsFunding, At: l.Timestamp.Time})
	case "distressed_orders":
		bus.EmitDistressedOrders(domain.DistressedOrders{Market: l.market(), PartyIDs: events.ListOf(l.Parties...)})
	case "distressed_positions":
		bus.EmitDistressedPositions(domain.DistressedPositions{Market: l.market(),
			DistressedIDs: events.ListOf(l.DistressedParties...), SafeIDs: events.ListOf(l.SafeParties...)})
	case "settle_market":
		bus.EmitMarketSettled(domain.MarketSettled{
			Market: l.market(), Price: l.Price.Decimal, PositionFactor: l.PositionFactor.Decimal})
	case "funding_payments":
		bus.EmitFundingPayments(l.fundingPayments())
	case "trade":
		bus.EmitTrade(l.trade(t))
	}
}

func (l line) market() domain.Market { return domain.Market{MarketID: l.Market} }

func (l line) settlement() domain.Settlement {
	return domain.Settlement{Market: l.market(), Party: domain.Party{PartyID: l.Party},
		Price: l.Price.Decimal, At: l.Timestamp.Time}
}

func (l line) settlePosition() domain.SettlePosition {
	trades := make([]domain.SettlementTrade, len(l.Trades))
	for i, t := range l.Trades {
		trades[i] = domain.SettlementTrade{Size: int64(t.Size), Price: t.Price.Decimal, MarketPrice: t.MarketPrice.Decimal}
	}
	return domain.SettlePosition{Settlement: l.settlement(), PositionFactor: l.PositionFactor.Decimal,
		Trades: events.ListOf(trades...)}
}

func (l line) fundingPayments() domain.FundingPayments {
	payments := make([]domain.FundingPayment, len(l.Payments))
	for i, p := range l.Payments {
		payments[i] = domain.FundingPayment{PartyID: p.Party, Amount: p.Amount.Decimal}
	}
	return domain.FundingPayments{Market: l.market(), Payments: events.ListOf(payments...)}
}

func (l line) trade(t *testing.T) domain.Trade {
	kind, err := domain.ParseTradeType(l.Type)
	require.NoError(t, err)
	aggressor, err := domain.ParseSide(l.Aggressor)
	require.NoError(t, err)
	return domain.Trade{
		Market: l.market(), Type: kind, Aggressor: aggressor, Size: uint64(l.Size), Price: l.Price.Decimal,
		Buyer:  domain.TradeSide{PartyID: l.Buyer, Fee: l.BuyerFee.payload()},
		Seller: domain.TradeSide{PartyID: l.Seller, Fee: l.SellerFee.payload()},
	}
}

// shown formats a position like the expected lines of a stream.
func shown(p domain.Position) map[string]string {
	updated := int64(0)
	if !p.UpdatedAt.IsZero() {
		updated = p.UpdatedAt.UnixNano()
	}
	return map[string]string{
		"market": p.MarketID, "party": p.PartyID,
		"open_volume":                  p.OpenVolume.String(),
		"average_entry_price_fp":       p.AverageEntryPrice.String(),
		"average_entry_price":          p.Rounded.AverageEntryPrice.String(),
		"realised_pnl_fp":              p.PnL.Realised.String(),
		"realised_pnl":                 p.Rounded.PnL.Realised.String(),
		"unrealised_pnl_fp":            p.PnL.Unrealised.String(),
		"unrealised_pnl":               p.Rounded.PnL.Unrealised.String(),
		"loss":                         p.Loss.String(),
		"adjustment":                   p.Adjustment.String(),
		"state":                        p.Status.String(),
		"updated_at":                   strconv.FormatInt(updated, 10),
		"taker_fees_paid":              p.Life.TakerFeesPaid.String(),
		"maker_fees_received":          p.Life.MakerFeesReceived.String(),
		"fees_paid":                    p.Life.FeesPaid.String(),
		"funding_payment_amount":       p.Life.Funding.String(),
		"taker_fees_paid_since":        p.SinceOpened.TakerFeesPaid.String(),
		"maker_fees_received_since":    p.SinceOpened.MakerFeesReceived.String(),
		"fees_paid_since":              p.SinceOpened.FeesPaid.String(),
		"funding_payment_amount_since": p.SinceOpened.Funding.String(),
	}
}

func parseLine(t *testing.T, text []byte) line {
	var l line
	require.NoError(t, json.Unmarshal(text, &l))
	return l
}
