package replay

import (
	"strconv"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/stream"
)

// rowOf returns a position as streams record it.
func rowOf(p domain.Position) stream.Row {
	return stream.Row{
		RowKey: stream.RowKey{Market: p.MarketID, Party: p.PartyID},
		Figures: [stream.Figures]string{
			stream.OpenVolume:                stream.Print(p.OpenVolume),
			stream.AverageEntryPrice:         stream.Print(p.Rounded.AverageEntryPrice),
			stream.AverageEntryPriceFP:       stream.Print(p.AverageEntryPrice),
			stream.RealisedPnL:               stream.Print(p.Rounded.PnL.Realised),
			stream.RealisedPnLFP:             stream.Print(p.PnL.Realised),
			stream.UnrealisedPnL:             stream.Print(p.Rounded.PnL.Unrealised),
			stream.UnrealisedPnLFP:           stream.Print(p.PnL.Unrealised),
			stream.Loss:                      stream.Print(p.Loss),
			stream.Adjustment:                stream.Print(p.Adjustment),
			stream.TakerFeesPaid:             stream.Print(p.Life.TakerFeesPaid),
			stream.TakerFeesPaidSince:        stream.Print(p.SinceOpened.TakerFeesPaid),
			stream.MakerFeesReceived:         stream.Print(p.Life.MakerFeesReceived),
			stream.MakerFeesReceivedSince:    stream.Print(p.SinceOpened.MakerFeesReceived),
			stream.FeesPaid:                  stream.Print(p.Life.FeesPaid),
			stream.FeesPaidSince:             stream.Print(p.SinceOpened.FeesPaid),
			stream.FundingPaymentAmount:      stream.Print(p.Life.Funding),
			stream.FundingPaymentAmountSince: stream.Print(p.SinceOpened.Funding),
			stream.State:                     p.Status.String(),
			stream.UpdatedAt:                 nanoseconds(p),
		},
	}
}

// nanoseconds returns the time of the last change, 0 if there was none.
func nanoseconds(p domain.Position) string {
	if p.UpdatedAt.IsZero() {
		return "0"
	}
	return strconv.FormatInt(p.UpdatedAt.UnixNano(), 10)
}

func rowsOf(held []domain.Position) []stream.Row {
	rows := make([]stream.Row, len(held))
	for i, p := range held {
		rows[i] = rowOf(p)
	}
	return rows
}
