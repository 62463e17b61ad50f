package emit

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// sample has one of everything.
func sample() *model.Package {
	halt, trade := payload("Halt"), payload("Trade", field("Sizes", slice(basic("int"))))
	trade.Doc = "Trade is a match.\n\nOf two orders."
	pnl := aspect("PnL", trade)
	priced := promise("Priced", []model.Method{{Name: "PriceOf", Sig: &model.Type{Kind: model.Func, Results: []*model.Type{basic("int")}}}}, trade)
	return domain([]*model.Event{halt, trade}, pnl, priced, promise("Unused", nil))
}

func TestSameModelSameBytes(t *testing.T) {
	first := write(t, sample())
	for range 10 {
		require.Equal(t, first, write(t, sample()))
	}
	p := sample()
	require.Equal(t, first, write(t, p))
	require.Equal(t, first, write(t, p), "the model is left as it is")
}

func TestFiles(t *testing.T) {
	require.Equal(t, []string{
		"clone.go", "emitter.go", "guard.go", "halt_event.go", "pnl_capability.go", "priced_capability.go",
		"router.go", "table.go", "trade_event.go", "unused_capability.go", "visitor.go",
	}, slices.Sorted(maps.Keys(write(t, sample()))))
}

func TestDeclarations(t *testing.T) {
	declared := write(t, sample()).declared(t)
	for _, name := range []string{
		"TradeEvent", "Trade", "NewTrade", "KindTrade", "TradeConsumer", "TradeValueConsumer", "TradeFunc", "TradeFunc.OnTrade", "TradeEmitter",
		"Trade.Trade", "Trade.Kind", "Trade.PnL", "Trade.PriceOf", "PnLEvent", "PnLConsumer", "PnLFunc", "PnLFunc.OnPnL", "PricedEvent",
		"Halt.Halt", "Halt.Kind", "Router", "NewRouter", "Router.Attach", "Router.Ignored", "Router.BeginBlock", "Router.BeginTx",
		"Router.EndTx", "Router.EndBlock", "Router.Route", "Router.RouteBatch", "Router.EmitTrade", "Router.EmitHalt",
		"EventConsumer", "EventFunc", "Emitter", "Visitor", "Visit",
	} {
		require.True(t, declared[name], name)
	}
	for _, name := range []string{"Halt.PnL", "Halt.PriceOf", "PnL", "NewPnL", "KindPnL", "cloneHalt", "clonePnL"} {
		require.False(t, declared[name], name)
	}
}

func TestDocsSayWhoSatisfiesWhat(t *testing.T) {
	files := write(t, sample())
	require.Contains(t, files["trade_event.go"], "//\n// Trade is a match.\n//\n// Of two orders.\n//\n// Satisfied by *Trade.\ntype TradeEvent interface {")
	require.Contains(t, files["trade_event.go"], "// It satisfies TradeEvent, PnLEvent, PricedEvent.\ntype Trade struct {")
	require.Contains(t, files["halt_event.go"], "// It satisfies HaltEvent.\ntype Halt struct {")
	require.Contains(t, files["pnl_capability.go"], "// Satisfied by *Trade.\ntype PnLEvent interface {\n\tevents.Event\n\tPnL() domain.PnL\n}")
	require.Contains(t, files["priced_capability.go"], "type PricedEvent interface {\n\tevents.Event\n\tdomain.Priced\n}")
	require.Contains(t, files["unused_capability.go"], "// Satisfied by no event.\n")
}

func TestKindsAreThoseOfTheLock(t *testing.T) {
	files := write(t, sample())
	require.Contains(t, files["halt_event.go"], `var KindHalt = events.NewKind(16, "Halt")`)
	require.Contains(t, files["trade_event.go"], `var KindTrade = events.NewKind(17, "Trade")`)
}

func TestEventWithoutCapabilities(t *testing.T) {
	halt := write(t, sample())["halt_event.go"]
	require.Contains(t, halt, "var (\n\t_ HaltEvent = (*Halt)(nil)\n)")
	require.NotContains(t, halt, "List[run.From:run.To]", "no capability's list is walked")
	require.Contains(t, halt, "\t\tcase 2:\n\t\t\tfor _, c := range t.Every[run.From:run.To] {", "everything follows values and consumers")
}

func TestPackageWithoutCapabilities(t *testing.T) {
	files := write(t, domain([]*model.Event{payload("Halt")}))
	require.Equal(t, []string{"emitter.go", "guard.go", "halt_event.go", "router.go", "table.go", "visitor.go"}, slices.Sorted(maps.Keys(files)))
	require.Contains(t, files["table.go"], "type table struct {\n\tmux.Boundaries\n\thaltRow haltRow\n}")
	require.Contains(t, files["table.go"], "type interests struct {\n\tevery bool\n}")
	require.Contains(t, files.function(t, "halt_event.go", "(r *haltRow) add("), "if in.every {\n\t\tr.Plan.Add(2, len(t.Every)-1)\n\t}")
}

// The slots by which an event is delivered are the positions in which its lists are planned.
func TestSlotsFollowThePlan(t *testing.T) {
	files := write(t, sample())
	add := files.function(t, "trade_event.go", "(r *tradeRow) add(")
	for slot, of := range []string{"r.values", "r.consumers", "t.pnLList", "t.pricedList", "t.Every"} {
		require.Contains(t, add, fmt.Sprintf("r.Plan.Add(%d, len(%s)-1)", slot, of))
	}
	deliver := files.function(t, "trade_event.go", "(r *tradeRow) deliverRuns(")
	rest := deliver
	for _, step := range []string{
		"r.consumers[:r.First]", "c.OnTrade(e)", "r.Runs",
		"case 0:", "r.values[run.From:run.To]", "c.OnTrade(*e)", "case 1:", "r.consumers[run.From:run.To]", "c.OnTrade(e)",
		"case 2:", "t.pnLList[run.From:run.To]", "c.OnPnL(e)", "case 3:", "t.pricedList[run.From:run.To]", "c.OnPriced(e)", "case 4:", "t.Every[run.From:run.To]", "c.OnEvent(e)",
	} {
		_, after, found := strings.Cut(rest, step)
		require.True(t, found, "%s in\n%s", step, rest)
		rest = after
	}
	require.NotContains(t, deliver, "case 5:")
}

// Whatever there is is added to, and is asked about when nothing matches.
func TestTableKnowsAllLists(t *testing.T) {
	files := write(t, sample())
	for method, wants := range map[string][]string{
		"Add":     {"t.haltRow.add(t, consumer, in) || added", "t.tradeRow.add(t, consumer, in) || added", "in.pnLList = true", "in.pricedList = true", "in.unusedList = true"},
		"Nearest": {"haltNear(consumer)", "tradeNear(consumer)", "pnLNear(consumer)", "unusedNear(consumer)", "t.Boundaries.Near(consumer)"},
	} {
		text := files.function(t, "table.go", "(t *table) "+method+"(")
		for _, want := range wants {
			require.Contains(t, text, want)
		}
	}
}

func TestEveryEventIsDispatchedAndVisited(t *testing.T) {
	files := write(t, sample())
	for _, name := range []string{"Halt", "Trade"} {
		require.Contains(t, files.function(t, "router.go", "(r *Router) Route("), "case *"+name+":")
		require.Contains(t, files.function(t, "visitor.go", "Visit"), "case *"+name+":\n\t\tvisitor.Visit"+name+"(e)")
		require.Contains(t, files["visitor.go"], "\tVisit"+name+"(*"+name+")\n")
		require.Contains(t, files["emitter.go"], "\t"+name+"Emitter\n")
	}
}

// No function grows without bound with the number of events: what has a line for each is cut into pieces, and each event is in one.
func TestManyEventsAreInPieces(t *testing.T) {
	var many []*model.Event
	for i := range 300 {
		many = append(many, payload(fmt.Sprintf("E%03d", i)))
	}
	files := write(t, domain(many))
	for _, e := range many {
		for file, text := range map[string]string{
			"router.go":  "\tcase *" + e.Name + ":\n",
			"visitor.go": "visitor.Visit" + e.Name + "(e)",
			"table.go":   "t." + row(e.Name) + ".add(t, consumer, in)",
		} {
			require.Equal(t, 1, strings.Count(files[file], text), text)
		}
	}
	for _, name := range []string{"Add", "add0", "add4", "Nearest", "nearest4"} {
		require.Less(t, strings.Count(files.function(t, "table.go", "(t *table) "+name+"("), "\n"), 4*perFunction, name)
	}
	route := files.function(t, "router.go", "(r *Router) Route(")
	require.Contains(t, route, "switch mux.Number(e) / 128 {\n\tcase 0:\n\t\tr.route0(t, e)\n")
	require.Contains(t, files.function(t, "router.go", "(r *Router) route0("), "case events.EndBlock:")
	require.NotContains(t, files.function(t, "router.go", "(r *Router) route1("), "events.EndBlock")
	require.Contains(t, files.function(t, "visitor.go", "Visit("), "return visit2(visitor, e)\n\tdefault:\n\t\treturn false\n\t}")
}

func TestChunksFitTheAllocator(t *testing.T) {
	for size, want := range map[int64]string{0: "992", 8: "819", 32728: "1", 1 << 20: "1"} {
		e := payload("Halt")
		e.Size = size
		require.Contains(t, write(t, domain([]*model.Event{e}))["halt_event.go"], "const haltChunk = "+want+"\n", size)
	}
}

func TestWhatDoesNotParseIsAnError(t *testing.T) {
	_, err := Package(domain([]*model.Event{payload("Trade", field("not a name", basic("int")))}), Output{"example.com/m/generated", "generated"}, numbered{})
	require.ErrorContains(t, err, "guard.go: ")
}
