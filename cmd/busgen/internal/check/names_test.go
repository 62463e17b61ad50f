package check

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

func TestNamesThatEveryPackageHas(t *testing.T) {
	for name, clash := range map[string]string{
		"Router": "the generated package already declares a type Router", "NewRouter": "the generated package already declares a function NewRouter",
		"Emitter": "the generated package already declares a type Emitter", "Visitor": "the generated package already declares a type Visitor",
		"Unconsumed": "the generated package already declares a type Unconsumed",
		"Vocabulary": "the generated package already declares a type Vocabulary",
		"Visit":      "the generated package already declares a function Visit",
		"Event":      "the generated package already declares a type EventConsumer",
		"BeginBlock": "a consumer already has a method OnBeginBlock", "EndTx": "a consumer already has a method OnEndTx",
		"EndBlock": "a consumer already has a method OnEndBlock", "Batch": "every bus already has a method RouteBatch",
	} {
		says(t, domain([]*model.Event{payload(1, name)}), "a.go:1:2: payload "+name+": "+clash+"\n\thint: rename the payload\n")
	}
	says(t, domain(nil, aspect(1, "Event")),
		"a.go:1:2: capability Event: the generated package already declares a type EventConsumer\n\thint: rename the capability\n")
}

func TestMethodsThatEveryEventHas(t *testing.T) {
	for _, name := range []string{"Header", "Kind", "Sequence", "BlockHeight", "BlockTime", "TxID", "String", "Keep", "Kept", "Valid"} {
		tail := ": event Trade already has a method " + name + "\n\thint: rename the "
		says(t, domain([]*model.Event{payload(1, name)}), "a.go:1:2: payload "+name+strings.Replace(tail, "Trade", name, 1)+"payload\n")

		trade, capability := payload(1, "Trade"), aspect(5, name)
		trade.Has = []model.Has{{Capability: capability, Path: []string{name}}}
		says(t, domain([]*model.Event{trade}, capability), "a.go:5:2: capability "+name+tail+"capability\n")

		priced := promise(5, "Priced", method(6, name))
		trade.Has = []model.Has{{Capability: priced}}
		says(t, domain([]*model.Event{trade}, priced), "a.go:6:2: method "+name+" of capability Priced"+tail+"method\n")
	}
}

// The names that are made from one name may be those of another declaration. The later declaration is reported, with both to choose from.
func TestSuffixes(t *testing.T) {
	for second, c := range map[string]string{
		"TradeEvent": "a type TradeEvent, the event interface", "TradeConsumer": "a type TradeConsumer, the consumer interface",
		"TradeFunc": "a type TradeFunc, the function adapter", "TradeEmitter": "a type TradeEmitter, the emitter interface",
		"NewTrade": "a function NewTrade, the constructor", "KindTrade": "a function KindTrade, the kind",
		"TradeValueConsumer": "a type TradeValueConsumer, the consumer interface by value",
		"TradeLane":          "a type TradeLane, the storage", "TradeView": "a type TradeView, the view",
		"ViewTrade": "a function ViewTrade, the view's constructor",
	} {
		want := "a.go:5:2: payload " + second + ": the generated package already declares " + c + " of payload Trade\n" +
			"\ta.go:1:2: payload Trade\n\thint: rename " + second + " or Trade\n"
		says(t, domain([]*model.Event{payload(1, "Trade"), payload(5, second)}), want)
		says(t, domain([]*model.Event{payload(5, second), payload(1, "Trade")}), want)
	}
	says(t, domain([]*model.Event{payload(1, "Trade"), payload(5, "TradeValue")}),
		"a.go:5:2: payload TradeValue: the generated package already declares a type TradeValueConsumer, the consumer interface by value of payload Trade\n"+
			"\ta.go:1:2: payload Trade\n\thint: rename TradeValue or Trade\n")
}

func TestCapabilitiesBesideEvents(t *testing.T) {
	says(t, domain([]*model.Event{payload(1, "Trade")}, aspect(5, "TradeValue")),
		"a.go:5:2: capability TradeValue: the generated package already declares a type TradeValueConsumer, the consumer interface by value of payload Trade\n"+
			"\ta.go:1:2: payload Trade\n\thint: rename TradeValue or Trade\n")
	for _, name := range []string{"PnLEvent", "PnLConsumer", "PnLFunc", "PnLView"} {
		says(t, domain([]*model.Event{payload(1, name)}, aspect(5, "PnL")),
			"a.go:5:2: capability PnL: the generated package already declares a type "+name+", the event type of payload "+name+"\n"+
				"\ta.go:1:2: payload "+name+"\n\thint: rename PnL or "+name+"\n")
	}
	says(t, domain([]*model.Event{payload(1, "ViewPnL")}, aspect(5, "PnL")),
		"a.go:5:2: capability PnL: the generated package already declares a type ViewPnL, the event type of payload ViewPnL\n"+
			"\ta.go:1:2: payload ViewPnL\n\thint: rename PnL or ViewPnL\n")
}

func TestMethodsOfCapabilities(t *testing.T) {
	trade := payload(1, "Trade")
	one, same := promise(5, "One", method(6, "M", basic("int"))), promise(7, "Same", method(8, "M", basic("int")))
	trade.Has = []model.Has{{Capability: one}, {Capability: same}}
	says(t, domain([]*model.Event{trade}, one, same), "")

	other := promise(7, "Other", method(8, "M", basic("string")))
	trade.Has[1].Capability = other
	says(t, domain([]*model.Event{trade}, one, other),
		"a.go:8:2: method M of capability Other: event Trade already has a method M, method M of capability One\n"+
			"\ta.go:6:2: method M of capability One\n\thint: rename one of them\n")

	pnl, odd := aspect(9, "PnL"), promise(10, "Odd", method(11, "PnL", basic("int")), method(12, "Trade"))
	trade.Has = []model.Has{{Capability: odd}, {Capability: pnl, Path: []string{"PnL"}}}
	says(t, domain([]*model.Event{trade, payload(20, "Order")}, odd, pnl),
		"a.go:11:2: method PnL of capability Odd: event Trade already has a method PnL, the view of capability PnL\n"+
			"\ta.go:9:2: capability PnL\n\thint: rename one of them\n"+
			"a.go:12:2: method Trade of capability Odd: event Trade already has a method Trade, the view of payload Trade\n"+
			"\ta.go:1:2: payload Trade\n\thint: rename one of them\n")
}

// One pair of declarations is one finding, however many names they share.
func TestOneFindingForEachPair(t *testing.T) {
	require.Len(t, Model(domain([]*model.Event{payload(1, "X")}, aspect(5, "X")), outPath), 1)
	odd := promise(9, "Odd", method(10, "M"))
	pnl := aspect(11, "M")
	has := []model.Has{{Capability: odd}, {Capability: pnl, Path: []string{"M"}}}
	a, b := payload(1, "A"), payload(2, "B")
	a.Has, b.Has = has, has
	require.Len(t, Model(domain([]*model.Event{a, b}, odd, pnl), outPath), 1)
}

// nested returns a struct of a package of the module, declared at a line.
func nested(path string, line int, name string, fields ...model.Field) *model.Type {
	s := foreign(path, name)
	s.Local, s.Under, s.Pos = true, structOf(fields...), at(line)
	selects(s)
	return s
}

// selects lets Go select the fields of a struct.
func selects(t *model.Type) {
	for _, f := range t.Under.Fields {
		t.Selected = append(t.Selected, model.Selected{Name: f.Name, Path: []string{f.Name}, Field: f})
	}
}

// holding returns a domain with the payload Trade, which has a field for each struct, and other payloads.
func holding(structs []*model.Type, others ...*model.Event) *model.Package {
	trade := payload(1, "Trade")
	for i, s := range structs {
		trade.Type.Under.Fields = append(trade.Type.Under.Fields, field(30+i, string(rune('A'+i)), s))
	}
	selects(trade.Type)
	p := domain(append([]*model.Event{trade}, others...))
	p.Types = append([]*model.Type{trade.Type}, structs...)
	return p
}

func TestViewsOfNestedStructs(t *testing.T) {
	foo, other := nested(domainPath, 7, "Foo"), nested("example.com/m/other", 8, "Foo")
	says(t, holding([]*model.Type{foo, other}), "")
	says(t, holding([]*model.Type{foo}, payload(9, "FooView")),
		"a.go:9:2: payload FooView: the generated package already declares a type FooView, the view of struct domain.Foo\n"+
			"\ta.go:7:2: struct domain.Foo\n\thint: rename FooView or domain.Foo\n")
	says(t, holding([]*model.Type{foo, other}, payload(9, "OtherFooView")),
		"a.go:9:2: payload OtherFooView: the generated package already declares a type OtherFooView, the view of struct other.Foo\n"+
			"\ta.go:8:2: struct other.Foo\n\thint: rename OtherFooView or other.Foo\n")
	says(t, holding([]*model.Type{foo, other, nested(domainPath, 9, "OtherFoo")}),
		"a.go:9:2: struct domain.OtherFoo: the generated package already declares a type OtherFooView, the view of struct other.Foo\n"+
			"\ta.go:8:2: struct other.Foo\n\thint: rename domain.OtherFoo or other.Foo\n")
}

func TestFieldsNamedLikeMethodsOfViews(t *testing.T) {
	for _, name := range []string{"AsStruct", "Valid"} {
		says(t, holding([]*model.Type{nested(domainPath, 7, "Leg", field(8, name, basic("bool")))}),
			"a.go:8:2: field "+name+" of domain.Leg: every view already has a method "+name+"\n\thint: rename the field\n")
		trade := payload(1, "Trade", field(2, name, basic("bool")))
		selects(trade.Type)
		says(t, domain([]*model.Event{trade}), "a.go:2:2: field "+name+" of domain.Trade: every view already has a method "+name+"\n\thint: rename the field\n")
	}
}

// A promoted field of a foreign struct is reported where the struct is embedded, one of the domain's own once, where it is declared.
func TestPromotedFieldsNamedLikeMethodsOfViews(t *testing.T) {
	null := foreign("database/sql", "NullBool")
	null.Under = structOf(field(99, "Valid", basic("bool")))
	leg := nested(domainPath, 7, "Leg", field(8, "AsStruct", basic("bool")))
	trade := payload(1, "Trade", field(2, "NullBool", null), field(3, "Leg", leg))
	selects(trade.Type)
	trade.Type.Selected = append(trade.Type.Selected,
		model.Selected{Name: "Valid", Path: []string{"NullBool", "Valid"}, Field: null.Under.Fields[0]},
		model.Selected{Name: "AsStruct", Path: []string{"Leg", "AsStruct"}, Field: leg.Under.Fields[0]})
	p := domain([]*model.Event{trade})
	p.Types = []*model.Type{trade.Type, leg}
	says(t, p, "a.go:2:2: field Valid of domain.Trade: every view already has a method Valid\n"+
		"\thint: rename the field, or give NullBool a field name instead of embedding it\n"+
		"a.go:8:2: field AsStruct of domain.Trade: every view already has a method AsStruct\n"+
		"\thint: rename the field, or give Leg a field name instead of embedding it\n")
}
