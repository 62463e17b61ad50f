package check

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

func TestNamesThatEveryPackageHas(t *testing.T) {
	for name, clash := range map[string]string{
		"Router": "Router is also the name Router", "NewRouter": "NewRouter is also the name NewRouter", "Emitter": "Emitter is also the name Emitter",
		"Visitor": "Visitor is also the name Visitor", "Visit": "Visit is also the name Visit",
		"Event": "EventConsumer is also the name EventConsumer", "BeginBlock": "BeginBlockConsumer is also the name BeginBlockConsumer",
		"EndTx": "EndTxConsumer is also the name EndTxConsumer", "EndBlock": "EndBlockConsumer is also the name EndBlockConsumer",
	} {
		says(t, domain([]*model.Event{payload(1, name)}),
			"a.go:1:2: payload "+name+" clashes in generated code: "+clash+" that every generated package has\n\thint: rename "+name+"\n")
	}
	says(t, domain(nil, aspect(1, "Event")),
		"a.go:1:2: capability Event clashes in generated code: EventConsumer is also the name EventConsumer that every generated package has\n\thint: rename Event\n")
}

func TestMethodsThatEveryEventHas(t *testing.T) {
	for _, name := range []string{"Header", "Kind", "Sequence", "BlockHeight", "BlockTime", "TxID"} {
		tail := " clashes in generated code: " + name + " is also the method " + name + " that every event has\n\thint: rename " + name + "\n"
		says(t, domain([]*model.Event{payload(1, name)}), "a.go:1:2: payload "+name+tail)

		trade, capability := payload(1, "Trade"), aspect(5, name)
		trade.Has = []model.Has{{Capability: capability, Path: []string{name}}}
		says(t, domain([]*model.Event{trade}, capability), "a.go:5:2: capability "+name+tail)

		priced := promise(5, "Priced", method(6, name))
		trade.Has = []model.Has{{Capability: priced}}
		says(t, domain([]*model.Event{trade}, priced), "a.go:6:2: method "+name+" of capability Priced"+tail)
	}
}

func TestFixedNamesBySpot(t *testing.T) {
	require.Equal(t, "the method OnEvent of consumers of everything, or of boundaries", fixedWhat(consumerScope, "OnEvent"))
}

// What is made of one name may be another one; the later declaration is reported, with both to choose from.
func TestSuffixes(t *testing.T) {
	for second, c := range map[string]string{
		"TradeEvent": "TradeEvent is also the event interface", "TradeConsumer": "TradeConsumer is also the consumer interface",
		"TradeFunc": "TradeFunc is also the consumer function", "TradeEmitter": "TradeEmitter is also the emitter interface",
		"NewTrade": "NewTrade is also the constructor", "KindTrade": "KindTrade is also the kind",
		"TradeValueConsumer": "TradeValueConsumer is also the consumer interface by value",
	} {
		want := "a.go:5:2: payload " + second + " clashes in generated code: " + c + " of payload Trade\n" +
			"\ta.go:1:2: payload Trade\n\thint: rename " + second + " or Trade\n"
		says(t, domain([]*model.Event{payload(1, "Trade"), payload(5, second)}), want)
		says(t, domain([]*model.Event{payload(5, second), payload(1, "Trade")}), want)
	}
	says(t, domain([]*model.Event{payload(1, "Trade"), payload(5, "TradeValue")}),
		"a.go:5:2: payload TradeValue clashes in generated code: TradeValueConsumer is also the consumer interface by value of payload Trade\n"+
			"\ta.go:1:2: payload Trade\n\thint: rename TradeValue or Trade\n")
}

func TestCapabilitiesBesideEvents(t *testing.T) {
	says(t, domain([]*model.Event{payload(1, "Trade")}, aspect(5, "TradeValue")),
		"a.go:5:2: capability TradeValue clashes in generated code: TradeValueConsumer is also the consumer interface by value of payload Trade\n"+
			"\ta.go:1:2: payload Trade\n\thint: rename TradeValue or Trade\n")
	says(t, domain([]*model.Event{payload(1, "PnLEvent")}, aspect(5, "PnL")),
		"a.go:5:2: capability PnL clashes in generated code: PnLEvent is also the event type of payload PnLEvent\n"+
			"\ta.go:1:2: payload PnLEvent\n\thint: rename PnL or PnLEvent\n")
}

func TestMethodsOfCapabilities(t *testing.T) {
	trade := payload(1, "Trade")
	one, same := promise(5, "One", method(6, "M", basic("int"))), promise(7, "Same", method(8, "M", basic("int")))
	trade.Has = []model.Has{{Capability: one}, {Capability: same}}
	says(t, domain([]*model.Event{trade}, one, same), "")

	other := promise(7, "Other", method(8, "M", basic("string")))
	trade.Has[1].Capability = other
	says(t, domain([]*model.Event{trade}, one, other),
		"a.go:8:2: method M of capability Other clashes in generated code: M is also method M of capability One\n"+
			"\ta.go:6:2: method M of capability One\n\thint: rename M\n")

	pnl, odd := aspect(9, "PnL"), promise(10, "Odd", method(11, "PnL", basic("int")), method(12, "Trade"))
	trade.Has = []model.Has{{Capability: odd}, {Capability: pnl, Path: []string{"PnL"}}}
	says(t, domain([]*model.Event{trade, payload(20, "Order")}, odd, pnl),
		"a.go:11:2: method PnL of capability Odd clashes in generated code: PnL is also the accessor of capability PnL\n"+
			"\ta.go:9:2: capability PnL\n\thint: rename PnL\n"+
			"a.go:12:2: method Trade of capability Odd clashes in generated code: Trade is also the accessor of payload Trade\n"+
			"\ta.go:1:2: payload Trade\n\thint: rename Trade\n")
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
