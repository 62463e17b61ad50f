package emit

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// sample has one of everything.
func sample() *model.Package {
	side := local("Side", structOf(field("Party", basic("string")), field("Tags", sliceOf(basic("string")))))
	order := in("example.com/m/other", "Order", structOf(field("Names", mapOf(basic("string"), basic("int")))))
	halt := payload("Halt")
	trade := payload("Trade", field("Sizes", sliceOf(basic("int"))), field("Buyer", side), field("Sides", sliceOf(side)), field("Rest", pointerTo(side)), field("Order", order))
	trade.Doc = "Trade is a match.\n\nOf two orders."
	pnl := aspect("PnL", trade)
	priced := promise("Priced", []model.Method{{Name: "PriceOf", Sig: function([]*model.Type{basic("int")})}}, trade)
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
		"0_guard.go", "copy.go", "emitter.go", "event.go", "halt_event.go", "pnl_capability.go", "priced_capability.go",
		"router.go", "side_view.go", "signatures.go", "trade_event.go", "unused_capability.go", "vocabulary.go",
	}, slices.Sorted(maps.Keys(write(t, sample()))))
}

func TestDeclarations(t *testing.T) {
	declared := write(t, sample()).declared(t)
	for _, name := range []string{
		"TradeEvent", "Trade", "NewTrade", "KindTrade", "TradeConsumer", "TradeValueConsumer", "TradeFunc", "TradeFunc.OnTrade", "TradeEmitter",
		"TradeView", "ViewTrade", "TradeView.AsStruct", "TradeView.Sizes", "TradeView.PnL", "TradeView.X", "TradeLane",
		"Trade.Trade", "Trade.Keep", "Trade.Valid", "Trade.PnL", "Trade.PriceOf", "PnLEvent", "PnLConsumer", "PnLFunc", "PnLFunc.OnPnL",
		"PnLView", "ViewPnL", "PnLView.X", "SideView", "SideView.Valid", "PricedEvent", "Halt.Halt", "Halt.Keep", "Router", "NewRouter",
		"Router.Attach", "Router.Ignored", "Router.Next", "Router.BeginBlock", "Router.BeginTx", "Router.EndTx", "Router.EndBlock",
		"Router.Route", "Router.RouteBatch", "Router.EmitTrade", "Router.EmitHalt", "Router.RouteTrade",
		"EventConsumer", "EventFunc", "Emitter", "Visitor", "Visit", "tradeCopy", "sideCopy", "orderCopy",
	} {
		require.True(t, declared[name], name)
	}
	for _, name := range []string{
		"Halt.PnL", "Halt.PriceOf", "PnL", "NewPnL", "KindPnL", "haltCopy", "pnLCopy", "ViewSide", "OrderView", "PricedView", "TradeView.Valid",
	} {
		require.False(t, declared[name], name)
	}
}

// Generated code is what gofmt writes, begins with a package comment, and explains each exported name but the accessors of fields that
// the domain does not explain.
func TestGeneratedCodeIsFormattedAndDocumented(t *testing.T) {
	packages := 0
	for name, text := range write(t, sample()) {
		formatted, err := format.Source([]byte(text))
		require.NoError(t, err, name)
		require.Equal(t, string(formatted), text, name)
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments)
		require.NoError(t, err)
		if strings.HasPrefix(file.Doc.Text(), "Package generated ") {
			packages++
		}
		for _, d := range file.Decls {
			undocumented(d, func(name string) { require.Regexp(t, `^(\w+View|\w+Slot)\.\w+$`, name) })
		}
	}
	require.Equal(t, 1, packages)
}

// undocumented calls report with the exported names of a declaration that has no comment which begins with them.
func undocumented(d ast.Decl, report func(string)) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && !strings.HasPrefix(d.Doc.Text(), d.Name.Name) {
			eachDeclared(d, report)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if s, ok := spec.(*ast.TypeSpec); ok && s.Name.IsExported() && !strings.HasPrefix(d.Doc.Text(), s.Name.Name) {
				report(s.Name.Name)
			}
		}
	}
}

func TestDocsAreCarriedOver(t *testing.T) {
	files := write(t, sample())
	require.Contains(t, files["trade_event.go"], "//\n// Trade is a match.\n//\n// Of two orders.\ntype TradeEvent interface {")
	require.Contains(t, files["trade_event.go"], "*Trade implements TradeEvent, PnLEvent and PricedEvent.\ntype Trade struct {")
	require.Contains(t, files["halt_event.go"], "*Halt implements HaltEvent.\ntype Halt struct {")
	require.Contains(t, files["priced_capability.go"], "type PricedEvent interface {\n\tevents.Event\n\tdomain.Priced\n}")

	trade := payload("Trade", field("A", basic("int")), field("B", basic("int")), field("C", basic("int")))
	trade.Type.Under.Fields[0].Doc, trade.Type.Under.Fields[1].Doc = "A is the first.\n\nOf three.", "the second"
	text := write(t, domain([]*model.Event{trade}))["trade_event.go"]
	require.Contains(t, text, "// A is the first.\n//\n// Of three.\nfunc (v TradeView) A() int")
	require.Contains(t, text, "// B: the second\nfunc (v TradeView) B() int")
	require.Contains(t, text, "\n\n// B: the second\nfunc (v TradeView) B() int { return v.get().B }\nfunc (v TradeView) C() int { return v.get().C }\n")
}

func TestKindsAreThoseOfTheLock(t *testing.T) {
	files := write(t, sample())
	require.Contains(t, files["halt_event.go"], `events.NewType(16, "Halt")`)
	require.Contains(t, files["trade_event.go"], `events.NewType(17, "Trade")`)
}

func TestPackageWithoutCapabilities(t *testing.T) {
	files := write(t, domain([]*model.Event{payload("Halt")}))
	require.Equal(t, []string{"0_guard.go", "emitter.go", "event.go", "halt_event.go", "router.go", "signatures.go", "vocabulary.go"}, slices.Sorted(maps.Keys(files)))
}

// A consumer gets an event by value, by its own interface, by those of its capabilities in the order of their names, and last with every
// event.
func TestOrderOfOneConsumersMethods(t *testing.T) {
	rest := write(t, sample()).function(t, "trade_event.go", "(r *tradeRow) deliver(")
	_, rest, _ = strings.Cut(rest, "r.mixed")
	for _, step := range []string{"OnTrade(*p)", "OnTrade(p)", "OnPnL(p)", "OnPriced(p)", "OnEvent(p)"} {
		_, after, found := strings.Cut(rest, "."+step)
		require.True(t, found, "%s in\n%s", step, rest)
		rest = after
	}
}

func TestEveryEventIsDispatchedAndVisited(t *testing.T) {
	files := write(t, sample())
	for _, name := range []string{"Halt", "Trade"} {
		require.Contains(t, files.function(t, "router.go", "(r *Router) deliver("), "case *"+name+":\n\t\tt."+row(name)+".deliver(e)")
		require.Contains(t, files.function(t, "router.go", "(t *table) add("), "t."+row(name)+".add(c)")
		require.Contains(t, files.function(t, "emitter.go", "Visit("), "case *"+name+":\n\t\tvisitor.Visit"+name+"(e)")
		require.Contains(t, files["emitter.go"], "\tVisit"+name+"(*"+name+")\n")
		require.Contains(t, files["emitter.go"], "\t"+name+"Emitter\n")
		require.Contains(t, files["signatures.go"], `"On`+name+"(generated."+name+`Event)"`)
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
			"router.go": "\tcase *" + e.Name + ":\n", "emitter.go": "visitor.Visit" + e.Name + "(e)", "signatures.go": `"On` + e.Name + "(",
		} {
			require.Equal(t, 1, strings.Count(files[file], text), text)
		}
		require.Equal(t, 1, strings.Count(files["router.go"], "t."+row(e.Name)+".add(c)"))
	}
	for _, name := range []string{"add", "add0", "add4"} {
		require.Less(t, strings.Count(files.function(t, "router.go", "(t *table) "+name+"("), "\n"), 2*perFunction, name)
	}
	require.Contains(t, files.function(t, "router.go", "(r *Router) deliver("), "switch e.Kind().Number() / 128 {\n\tcase 0:\n\t\tr.deliver0(t, e)\n")
	require.Contains(t, files.function(t, "emitter.go", "Visit("), "return visit2(visitor, e)\n\tdefault:\n\t\treturn false\n\t}")
}

func TestWhatDoesNotParseIsAnError(t *testing.T) {
	_, err := Package(domain([]*model.Event{payload("Trade", field("not a name", basic("int")))}), Output{"example.com/m/generated", "generated"}, numbered{})
	require.ErrorContains(t, err, "0_guard.go: ")
}
