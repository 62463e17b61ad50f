package replay

import (
	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/busgen/busgen/node/stream"
)

// columns are the figures in the table. All other figures differ from these only in their rounding, or in the time from which they count.
var columns = []struct {
	title  string
	figure stream.Figure
}{
	{"volume", stream.OpenVolume},
	{"entry price", stream.AverageEntryPrice},
	{"realised", stream.RealisedPnL},
	{"unrealised", stream.UnrealisedPnL},
	{"loss", stream.Loss},
	{"adjustment", stream.Adjustment},
	{"taker fees", stream.TakerFeesPaid},
	{"maker fees", stream.MakerFeesReceived},
	{"other fees", stream.FeesPaid},
	{"funding", stream.FundingPaymentAmount},
	{"state", stream.State},
}

// positionTable returns a table of the last positions of a file.
func positionTable(result Result) string {
	writer := table.NewWriter()
	writer.SetStyle(table.StyleLight)
	writer.SetTitle("positions at the end of " + name(result.File))
	head := table.Row{"market", "party"}
	var layout []table.ColumnConfig
	for i, column := range columns {
		head = append(head, column.title)
		if column.figure != stream.State {
			layout = append(layout, table.ColumnConfig{Number: i + 3, Align: text.AlignRight, AlignHeader: text.AlignRight})
		}
	}
	writer.AppendHeader(head)
	writer.SetColumnConfigs(layout)
	for _, row := range result.Rows {
		line := table.Row{name(row.Market), name(row.Party)}
		for _, column := range columns {
			line = append(line, row.Figures[column.figure])
		}
		writer.AppendRow(line)
	}
	return writer.Render()
}
