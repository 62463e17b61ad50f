package run

import (
	"strconv"
	"strings"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/node/table"
)

// extremes is the number of parties at each end of the table of profits.
const extremes = 10

func marketTable(markets []*marketTally) string {
	t := table.New("markets; prices and sizes in their decimals, insurance in asset units", 2,
		"market", "state", "mark\nprice", "open\ninterest", "volume", "trades", "cascades", "insurance")
	for _, m := range markets {
		t.Row(m.created.MarketID, m.data.State, m.price(), m.size(m.data.OpenInterest), m.size(m.volume), m.trades, m.cascades, m.insurance)
	}
	return t.String()
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
	t := table.New("best and worst by profit, in asset units", 1, "party", "realised", "unrealised", "profit and loss")
	for i, p := range list {
		switch {
		case len(list) <= 2*extremes || i < extremes || i >= len(list)-extremes:
			t.Row(p.party, p.Realised, p.Unrealised, p.total())
		case i == extremes:
			t.Line()
		}
	}
	return t.String()
}

func kindTable(kinds []kindCount) string {
	t := table.New("events by kind", 1, "kind", "events")
	for _, k := range kinds {
		t.Row(k.kind, k.count)
	}
	return t.String()
}
