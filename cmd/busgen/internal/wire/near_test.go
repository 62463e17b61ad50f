package wire

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/require"
)

// checked type checks a package without imports but those of others checked before.
func checked(t *testing.T, path, source string, imports ...*types.Package) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path+".go", source, 0)
	require.NoError(t, err)
	known := known{}
	for _, p := range imports {
		known[p.Path()] = p
	}
	config := types.Config{Importer: known}
	pkg, err := config.Check(path, fset, []*ast.File{file}, nil)
	require.NoError(t, err)
	return pkg
}

// known imports packages that are there, and the standard library.
type known map[string]*types.Package

func (k known) Import(path string) (*types.Package, error) {
	if p := k[path]; p != nil {
		return p, nil
	}
	return importer.Default().Import(path)
}

// speech returns the vocabulary of a generated package of two events, one of which has both capabilities, and the packages around it.
func speech(t *testing.T) (v *vocabulary, runtime, domain *types.Package) {
	runtime = checked(t, EventsPath, `package events
type Event interface{ Sequence() uint64 }
type BeginBlock struct{}
type EndTx struct{}
type EndBlock struct{}`)
	domain = checked(t, "domain", `package domain
type Trade struct{ Market; Tags []string }
type Order struct{}
type Market struct{}
type Priced interface{ At() int }`)
	pkg := checked(t, "generated", `package generated
import ("domain"; "`+EventsPath+`")
type Router struct{}
type Emitter interface{ TradeEmitter; OrderEmitter }
type TradeEmitter interface{ EmitTrade(domain.Trade) }
type OrderEmitter interface{ EmitOrder(domain.Order) }
type Trade struct{}
func (*Trade) Sequence() uint64 { return 0 }
func (Trade) Trade() (v TradeView) { return v }
func (Trade) Market() (v MarketView) { return v }
func (Trade) At() int { return 0 }
type TradeView struct{}
type MarketView struct{}
type Order struct{}
func (*Order) Sequence() uint64 { return 0 }
func (Order) Order() int { return 0 }
type TradeEvent interface { events.Event; Trade() TradeView }
type OrderEvent interface { events.Event; Order() int }
type PricedEvent interface { events.Event; domain.Priced }
type MarketEvent interface { events.Event; Market() MarketView }
type TradeConsumer interface { OnTrade(TradeEvent) }
type TradeValueConsumer interface { OnTrade(Trade) }
type OrderConsumer interface { OnOrder(OrderEvent) }
type PricedConsumer interface { OnPriced(PricedEvent) }
type MarketConsumer interface { OnMarket(MarketEvent) }
type EventConsumer interface { OnEvent(events.Event) }
`, runtime, domain)
	v = read(pkg, runtime)
	require.NotNil(t, v)
	return v, runtime, domain
}

func TestVocabulary(t *testing.T) {
	v, _, _ := speech(t)
	require.Len(t, v.events, 2)
	order, trade := v.events[0], v.events[1]
	require.Equal(t, "Order", order.name)
	require.Equal(t, []string{"OnOrder", "OnEvent"}, order.methods())
	require.Equal(t, "domain.Trade", trade.payload.String())
	require.Equal(t, []string{"OnTrade", "OnMarket", "OnPriced", "OnEvent"}, trade.methods(), "capabilities by name, everything last")
	require.Len(t, v.methods, 8)
}

func TestVocabularyOfOtherPackages(t *testing.T) {
	_, runtime, domain := speech(t)
	require.Nil(t, read(domain, runtime))
	require.Nil(t, read(checked(t, "p", "package p\ntype Router struct{}\ntype Emitter struct{}"), runtime))
}

// TestNear checks, for names of all kinds, which consumer method each was meant to be, if any.
func TestNear(t *testing.T) {
	v, runtime, domain := speech(t)
	app := checked(t, "app", `package app
import ("domain"; "generated"; "`+EventsPath+`")
type plugin struct{}
func (plugin) OnTrade(generated.TradeEvent) {}
func (plugin) OnTrades(int) {}
func (plugin) OnTradeEvent(generated.TradeEvent) {}
func (plugin) OnTradeConsumer() {}
func (plugin) OnTRADE(generated.TradeEvent) {}
func (plugin) OnTraed() {}
func (plugin) OnTrda(generated.TradeEvent) {}
func (plugin) OnTrip() {}
func (plugin) OnTradesOfAll() {}
func (plugin) OnMatch(*generated.Trade) {}
func (plugin) OnMatched(generated.TradeView) {}
func (plugin) OnMatches([]generated.Trade) {}
func (plugin) OnClose() {}
func (plugin) OnAnything(events.Event) {}
func (plugin) OnMarkte(domain.Market) {}
func (plugin) OnPrice(int) {}
func (plugin) OnBeginTx(string) {}
func (plugin) OnEndBlok(events.EndBlock) {}
func (plugin) OnEvnt(events.Event) {}
func (plugin) HandleTrade(generated.Trade) {}
func (plugin) HandleOrder(domain.Order) {}
func (plugin) HandleEvent(events.Event) {}
func (plugin) HandleTrades(*domain.Trade, error) {}
func (plugin) HandleFailure(generated.Trade) {}
func (plugin) HandleMarket(int) {}
func (plugin) handleTradeEvent(generated.TradeEvent) {}
func (plugin) onTrade(generated.TradeEvent) {}
func (plugin) onOrder() {}
func (plugin) only(generated.Trade) {}
func (plugin) Once(generated.Trade) {}
func (plugin) On(generated.Trade) {}
func (plugin) Trade(generated.Trade) {}
`, v.pkg, runtime, domain)
	want := map[string]string{
		"OnTrades": "OnTrade", "OnTradeEvent": "OnTrade", "OnTradeConsumer": "OnTrade", "OnTRADE": "OnTrade", "OnTraed": "OnTrade",
		"OnTrda": "OnTrade", "OnMatch": "OnTrade", "OnMarkte": "OnMarket", "OnPrice": "OnPriced", "OnEndBlok": "OnEndBlock", "OnEvnt": "OnEvent",
		"HandleTrade": "OnTrade", "HandleOrder": "OnOrder", "HandleEvent": "OnEvent", "HandleTrades": "OnTrade",
		"handleTradeEvent": "OnTrade", "onTrade": "OnTrade",
	}
	plugin := app.Scope().Lookup("plugin").Type().(*types.Named)
	for m := range plugin.Methods() {
		got := ""
		if in := v.near(method{m.Name(), m, m.Signature()}); in != nil {
			got = in.method
		}
		require.Equal(t, want[m.Name()], got, m.Name())
		delete(want, m.Name())
	}
	require.Empty(t, want)
}
