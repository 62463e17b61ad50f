package risk_test

import (
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/collateral"
	"github.com/busgen/busgen/node/engine/positions"
	"github.com/busgen/busgen/node/engine/risk"
)

func dec(s string) domain.Decimal { return udecimal.MustParse(s) }

func factors() risk.Factors {
	return risk.Factors{Long: dec("0.1"), Short: dec("0.2"), Search: dec("1.1"), Initial: dec("1.2"), Release: dec("1.4")}
}

// TestLevels has the maintenance margin worked out in each comment; the other levels are 1.1, 1.2 and 1.4 times as much, rounded up.
func TestLevels(t *testing.T) {
	for _, c := range []struct {
		name   string
		p      positions.Position
		mark   string
		factor string
		want   [4]string
	}{
		{"long", positions.Position{Open: 7}, "100", "1", [4]string{"70", "77", "84", "98"}},                                                                                                                                 // 7 × 0.1 × 100
		{"short", positions.Position{Open: -7}, "100", "1", [4]string{"140", "154", "168", "196"}},                                                                                                                           // 7 × 0.2 × 100
		{"orders on the same side", positions.Position{Open: 7, Buys: 3}, "100", "1", [4]string{"100", "110", "120", "140"}},                                                                                                 // (7+3) × 0.1 × 100
		{"orders that turn it", positions.Position{Open: 7, Sells: 12}, "100", "1", [4]string{"100", "110", "120", "140"}},                                                                                                   // (12-7) × 0.2 × 100
		{"orders that only reduce it", positions.Position{Open: 7, Sells: 7}, "100", "1", [4]string{"70", "77", "84", "98"}},                                                                                                 // as long 7
		{"orders on both sides", positions.Position{Buys: 10, Sells: 6}, "100", "1", [4]string{"120", "132", "144", "168"}},                                                                                                  // 6 × 0.2 × 100 > 10 × 0.1 × 100
		{"rounded up", positions.Position{Open: 7}, "101", "10", [4]string{"8", "9", "10", "12"}},                                                                                                                            // 7 × 0.1 × 101 / 10 = 7.07
		{"factor below one", positions.Position{Open: 7}, "101", "0.1", [4]string{"707", "778", "849", "990"}},                                                                                                               // 7 × 0.1 × 101 × 10
		{"nothing", positions.Position{}, "101", "1", [4]string{"0", "0", "0", "0"}},                                                                                                                                         //
		{"huge", positions.Position{Open: 1e15}, "1000000000000000", "1", [4]string{"100000000000000000000000000000", "110000000000000000000000000000", "120000000000000000000000000000", "140000000000000000000000000000"}}, // 1e15 × 0.1 × 1e15
	} {
		t.Run(c.name, func(t *testing.T) {
			l := risk.New(risk.Config{PositionFactor: dec(c.factor), Factors: factors()}).Levels(c.p, dec(c.mark))
			require.Equal(t, c.want, [4]string{l.Maintenance.String(), l.Search.String(), l.Initial.String(), l.Release.String()})
		})
	}
}

func TestValidate(t *testing.T) {
	require.NoError(t, factors().Validate())
	for says, spoil := range map[string]func(*risk.Factors){
		"want both above 0":                    func(f *risk.Factors) { f.Long = dec("0") },
		"of 0.1 long and -1 short":             func(f *risk.Factors) { f.Short = dec("-1") },
		"want 1 <= search < initial < release": func(f *risk.Factors) { f.Search = dec("0.9") },
		"of 1.2, 1.2 and 1.4 times":            func(f *risk.Factors) { f.Search = f.Initial },
		"of 1.1, 1.2 and 1.2 times":            func(f *risk.Factors) { f.Release = f.Initial },
	} {
		f := factors()
		spoil(&f)
		require.ErrorContains(t, f.Validate(), says)
	}
}

// TestMargins keeps the margin of a long position of 10 at 100: maintenance 100, search 110, initial 120, release 140. The party has
// deposited 1000.
func TestMargins(t *testing.T) {
	for _, c := range []struct {
		name         string
		free, margin string // before
		secure       bool
		safe         bool
		after        string
	}{
		{"enough", "870", "130", false, true, "130"},
		{"below search", "891", "109", false, true, "120"},
		{"at search", "890", "110", false, true, "110"},
		{"at search, with a new order", "890", "110", true, true, "120"},
		{"above release", "859", "141", false, true, "120"},
		{"at release", "860", "140", false, true, "140"},
		{"below search, with little to add", "5", "95", false, true, "100"},
		{"below maintenance with all there is", "4", "95", false, false, "99"},
	} {
		t.Run(c.name, func(t *testing.T) {
			bus := generated.NewRouter()
			bus.BeginBlock(events.Block{Height: 1})
			ledger := collateral.New("USD", bus)
			require.NoError(t, ledger.Deposit("d", "a", dec(c.free).Add(dec(c.margin)), time.Time{}))
			ledger.Move(ledger.General("a"), ledger.Margin("a", "M"), dec(c.margin), domain.TransferTypeMarginLow)
			m := risk.NewMargins(risk.Config{MarketID: "M", Asset: "USD", PositionFactor: dec("1"), Factors: factors(), Emit: bus}, ledger)
			keep := m.Keep
			if c.secure {
				keep = m.Secure
			}
			require.Equal(t, c.safe, keep(positions.Position{PartyID: "a", Open: 10}, dec("100")))
			require.Equal(t, c.after, ledger.Balance(ledger.Margin("a", "M")).String())
			total := ledger.Balance(ledger.Margin("a", "M")).Add(ledger.Balance(ledger.General("a")))
			require.True(t, total.Equal(dec(c.free).Add(dec(c.margin))))
		})
	}
}

// TestPublish publishes levels when they change.
func TestPublish(t *testing.T) {
	bus := generated.NewRouter()
	var said []string
	_, err := bus.Attach(generated.MarginLevelsFunc(func(e generated.MarginLevelsEvent) {
		l := e.MarginLevels()
		said = append(said, l.MarketID()+" "+l.PartyID()+" "+l.Asset()+" "+l.Maintenance().String()+" "+l.Release().String())
	}))
	require.NoError(t, err)
	bus.BeginBlock(events.Block{Height: 1})
	e := risk.New(risk.Config{MarketID: "M", Asset: "USD", PositionFactor: dec("1"), Factors: factors(), Emit: bus})
	for _, open := range []int64{0, 10, 10, 5, 0} {
		e.Publish("a", e.Levels(positions.Position{PartyID: "a", Open: open}, dec("100")))
	}
	require.Equal(t, []string{"M a USD 100 140", "M a USD 50 70", "M a USD 0 0"}, said)
}
