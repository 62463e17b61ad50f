package stream

import (
	"fmt"

	"github.com/busgen/busgen/domain"
)

// Figure is the index of a figure of a [Row].
type Figure int

// The figures of a position, in the order in which tables and mismatches show them.
const (
	OpenVolume Figure = iota
	AverageEntryPrice
	AverageEntryPriceFP
	RealisedPnL
	RealisedPnLFP
	UnrealisedPnL
	UnrealisedPnLFP
	Loss
	Adjustment
	State
	UpdatedAt
	TakerFeesPaid
	TakerFeesPaidSince
	MakerFeesReceived
	MakerFeesReceivedSince
	FeesPaid
	FeesPaidSince
	FundingPaymentAmount
	FundingPaymentAmountSince

	// Figures is the number of figures.
	Figures
)

var figureNames = [Figures]string{
	"open_volume", "average_entry_price", "average_entry_price_fp", "realised_pnl", "realised_pnl_fp",
	"unrealised_pnl", "unrealised_pnl_fp", "loss", "adjustment", "state", "updated_at",
	"taker_fees_paid", "taker_fees_paid_since", "maker_fees_received", "maker_fees_received_since",
	"fees_paid", "fees_paid_since", "funding_payment_amount", "funding_payment_amount_since",
}

// String returns the name of the figure's field.
func (f Figure) String() string {
	if f < 0 || f >= Figures {
		return fmt.Sprintf("figure %d", int(f))
	}
	return figureNames[f]
}

// RowKey identifies a row of a checkpoint.
type RowKey struct{ Market, Party string }

// Row is one recorded position. All figures are texts: decimals without exponent and without trailing zeros.
type Row struct {
	RowKey
	Figures [Figures]string
}

// Print returns a decimal as figures are written.
func Print(d domain.Decimal) string { return d.String() }

func readRow(o *object) Row {
	row := Row{RowKey: RowKey{Market: o.text("market"), Party: o.text("party")}}
	for f := range Figures {
		switch name := f.String(); f {
		case State:
			row.Figures[f] = enum(o, name, domain.ParsePositionStatus).String()
		case OpenVolume, UpdatedAt:
			row.Figures[f] = Print(o.integer(name))
		default:
			row.Figures[f] = Print(o.decimal(name))
		}
	}
	return row
}

// readRows reads the rows of a checkpoint or of the expected positions. A row that appears twice is an error.
func readRows(o *object) []Row {
	var rows []Row
	seen := make(map[RowKey]bool)
	o.objects("positions", true, func(item *object) {
		row := readRow(item)
		if seen[row.RowKey] {
			item.fail("party", "a second row of market %q and party %q", row.Market, row.Party)
		}
		seen[row.RowKey] = true
		rows = append(rows, row)
	})
	return rows
}
