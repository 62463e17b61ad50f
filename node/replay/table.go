package replay

import (
	"github.com/busgen/busgen/node/stream"
	"github.com/busgen/busgen/node/table"
)

// column is a figure in a table.
type column struct {
	heading string
	figure  stream.Figure
}

// The figures in the tables. All other figures differ from these only in their rounding, or in the time from which they count.
var (
	stateColumns = []column{
		{"state", stream.State},
		{"volume", stream.OpenVolume},
		{"entry\nprice", stream.AverageEntryPrice},
		{"realised", stream.RealisedPnL},
		{"unrealised", stream.UnrealisedPnL},
	}
	paymentColumns = []column{
		{"loss", stream.Loss},
		{"adjustment", stream.Adjustment},
		{"taker\nfees", stream.TakerFeesPaid},
		{"maker\nfees", stream.MakerFeesReceived},
		{"other\nfees", stream.FeesPaid},
		{"funding", stream.FundingPaymentAmount},
	}
)

// positionTables returns two tables of the last positions of a file, because one would be too wide.
func positionTables(result Result) string {
	return positionTable("positions at the end of "+name(result.File), 3, stateColumns, result.Rows) + "\n" +
		positionTable("their losses, fees and funding", 2, paymentColumns, result.Rows)
}

func positionTable(title string, words int, columns []column, rows []stream.Row) string {
	headings := []string{"market", "party"}
	for _, c := range columns {
		headings = append(headings, c.heading)
	}
	t := table.New(title, words, headings...)
	for _, row := range rows {
		cells := []any{name(row.Market), name(row.Party)}
		for _, c := range columns {
			cells = append(cells, row.Figures[c.figure])
		}
		t.Row(cells...)
	}
	return t.String()
}
