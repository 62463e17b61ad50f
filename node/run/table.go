package run

import (
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/quagmt/udecimal"
)

// extremes is the number of parties at each end of the table of profits.
const extremes = 10

// newTable returns a table whose first columns are words and whose other columns are numbers.
func newTable(title string, words int, head ...any) table.Writer {
	writer := table.NewWriter()
	writer.SetStyle(table.StyleLight)
	writer.SetTitle(title)
	writer.AppendHeader(head)
	var layout []table.ColumnConfig
	for i := words; i < len(head); i++ {
		layout = append(layout, table.ColumnConfig{Number: i + 1, Align: text.AlignRight, AlignHeader: text.AlignRight})
	}
	writer.SetColumnConfigs(layout)
	return writer
}

func marketTable(markets []*marketTally) string {
	writer := newTable("markets; prices and sizes in their decimals, insurance in asset units", 2,
		"market", "state", "mark price", "open interest", "volume", "trades", "cascades", "insurance")
	for _, m := range markets {
		writer.AppendRow(table.Row{
			m.created.MarketID, m.data.State, m.price(),
			m.size(m.data.OpenInterest), m.size(m.volume), m.trades, m.cascades, m.insurance,
		})
	}
	return writer.Render()
}

// price returns the mark price. In the market's decimals it is a whole number that fits into an int64.
func (m *marketTally) price() string {
	mark, _ := m.data.MarkPrice.Int64()
	return scaled(uint64(mark), m.created.DecimalPlaces)
}

func (m *marketTally) size(units uint64) string {
	return scaled(units, m.created.PositionDecimalPlaces)
}

// scaled returns an integer as a number with this many decimal places, which may be negative.
func scaled(n uint64, places int64) string {
	if places < 0 && n > 0 {
		return strconv.FormatUint(n, 10) + strings.Repeat("0", int(-places))
	}
	digits := uint8(max(places, 0))
	return udecimal.MustFromUint64(n, digits).StringFixed(digits)
}

func profitTable(list []profit) string {
	writer := newTable("best and worst by profit, in asset units", 1, "party", "realised", "unrealised", "profit and loss")
	for i, p := range list {
		switch {
		case len(list) <= 2*extremes || i < extremes || i >= len(list)-extremes:
			writer.AppendRow(table.Row{p.party, p.Realised, p.Unrealised, p.total()})
		case i == extremes:
			writer.AppendSeparator()
		}
	}
	return writer.Render()
}

func kindTable(kinds []kindCount) string {
	writer := newTable("events by kind", 1, "kind", "events")
	for _, k := range kinds {
		writer.AppendRow(table.Row{k.kind, k.count})
	}
	return writer.Render()
}
