package run

import (
	"fmt"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// extremes is how many parties the table of profits shows from either end.
const extremes = 10

// newTable is a table whose columns are numbers, but for the first few.
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
			m.created.MarketID, m.data.State, scaled(m.data.MarkPrice, m.created.DecimalPlaces),
			m.size(m.data.OpenInterest), m.size(m.volume), m.trades, m.cascades, m.insurance,
		})
	}
	return writer.Render()
}

func (m *marketTally) size(units uint64) string {
	return scaled(udecimal.MustFromUint64(units, 0), m.created.PositionDecimalPlaces)
}

// scaled is an integer as a number with so many decimal places; they may be negative.
func scaled(n domain.Decimal, places int64) string {
	ten := udecimal.MustFromInt64(10, 0)
	for range -places {
		n = n.Mul(ten)
	}
	if places <= 0 {
		return n.String()
	}
	shifted, err := n.Div(ten.PowInt(int(places)))
	if err != nil { // a power of ten is not zero
		panic(fmt.Sprintf("run: %s with %d places: %v", n, places, err))
	}
	return shifted.StringFixed(uint8(places))
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
