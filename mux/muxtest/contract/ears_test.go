package contract

import (
	"strconv"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// call is one call of one consumer's method, and what it could read.
type call struct {
	Who              int
	Method, Kind     string
	Height, Sequence uint64
	Tx               string
	Number           int64
}

// ear hears what one consumer's methods are called with.
type ear struct {
	who   int
	heard func(call)
}

func (a *ear) hear(method string, e events.Event, n int64) {
	a.heard(call{a.who, method, e.Kind().String(), e.BlockHeight(), e.Sequence(), e.TxID(), n})
}

// One type per interest, to be put together by embedding.
type (
	onGiven   struct{ *ear }
	onHit     struct{ *ear }
	onLooted  struct{ *ear }
	onMapped  struct{ *ear }
	onMoved   struct{ *ear }
	onSpawned struct{ *ear }
	onTicked  struct{ *ear }

	byGiven   struct{ *ear }
	byHit     struct{ *ear }
	byLooted  struct{ *ear }
	byMapped  struct{ *ear }
	byMoved   struct{ *ear }
	bySpawned struct{ *ear }
	byTicked  struct{ *ear }

	onActor  struct{ *ear }
	onBag    struct{ *ear }
	onPlace  struct{ *ear }
	onScored struct{ *ear }

	onBeginBlock struct{ *ear }
	onEndTx      struct{ *ear }
	onEndBlock   struct{ *ear }
	onEvent      struct{ *ear }
)

func (o onGiven) OnGiven(e generated.GivenEvent)       { o.hear("OnGiven", e, e.Given().Tally[0][0]) }
func (o onHit) OnHit(e generated.HitEvent)             { o.hear("OnHit", e, e.Hit().Damage) }
func (o onLooted) OnLooted(e generated.LootedEvent)    { o.hear("OnLooted", e, e.Looted().X) }
func (o onMapped) OnMapped(e generated.MappedEvent)    { o.hear("OnMapped", e, e.Mapped().Paths[0][0].X) }
func (o onMoved) OnMoved(e generated.MovedEvent)       { o.hear("OnMoved", e, e.Moved().Through.At(0).X) }
func (o onSpawned) OnSpawned(e generated.SpawnedEvent) { o.hear("OnSpawned", e, e.Spawned().X) }
func (o onTicked) OnTicked(e generated.TickedEvent)    { o.hear("OnTicked", e, e.Ticked().Number) }

func (o byGiven) OnGiven(e generated.Given)    { o.hear("OnGiven", &e, e.Given().Tally[0][0]) }
func (o byHit) OnHit(e generated.Hit)          { o.hear("OnHit", &e, e.Hit().Damage) }
func (o byLooted) OnLooted(e generated.Looted) { o.hear("OnLooted", &e, e.Looted().X) }
func (o byMapped) OnMapped(e generated.Mapped) {
	o.hear("OnMapped", &e, e.Mapped().Seen[e.Mapped().Name].X)
}
func (o byMoved) OnMoved(e generated.Moved)       { o.hear("OnMoved", &e, e.Moved().Through.At(1).Y) }
func (o bySpawned) OnSpawned(e generated.Spawned) { o.hear("OnSpawned", &e, e.Spawned().At.Unix()) }
func (o byTicked) OnTicked(e generated.Ticked)    { o.hear("OnTicked", &e, e.Ticked().Number) }

func (o onActor) OnActor(e generated.ActorEvent)    { o.hear("OnActor", e, -e.Actor().Y) }
func (o onPlace) OnPlace(e generated.PlaceEvent)    { o.hear("OnPlace", e, e.Place().X) }
func (o onScored) OnScored(e generated.ScoredEvent) { o.hear("OnScored", e, e.Score()) }
func (o onBag) OnBag(e generated.BagEvent) {
	n, _ := strconv.ParseInt(e.Bag().Items[0], 10, 64)
	o.hear("OnBag", e, n)
}

func (o onBeginBlock) OnBeginBlock(e events.BeginBlock) { o.hear("OnBeginBlock", e, 0) }
func (o onEndTx) OnEndTx(e events.EndTx)                { o.hear("OnEndTx", e, 0) }
func (o onEndBlock) OnEndBlock(e events.EndBlock)       { o.hear("OnEndBlock", e, 0) }
func (o onEvent) OnEvent(e events.Event)                { o.hear("OnEvent", e, number(e)) }

// shape is a type of consumer: its methods, and how one is made.
type shape struct {
	name    string
	methods []string
	make    func(*ear) any
}

var shapes = []shape{
	{"hit", []string{"OnHit"}, func(a *ear) any { return onHit{a} }},
	{"hit by value", []string{"OnHit"}, func(a *ear) any { return byHit{a} }},
	{"looted", []string{"OnLooted"}, func(a *ear) any { return onLooted{a} }},
	{"looted by value", []string{"OnLooted"}, func(a *ear) any { return byLooted{a} }},
	{"actor", []string{"OnActor"}, func(a *ear) any { return onActor{a} }},
	{"bag", []string{"OnBag"}, func(a *ear) any { return onBag{a} }},
	{"place", []string{"OnPlace"}, func(a *ear) any { return onPlace{a} }},
	{"scored", []string{"OnScored"}, func(a *ear) any { return onScored{a} }},
	{"everything", []string{"OnEvent"}, func(a *ear) any { return onEvent{a} }},
	{"a function", []string{"OnEvent"}, func(a *ear) any {
		return generated.EventFunc(func(e events.Event) { a.hear("OnEvent", e, number(e)) })
	}},
	{"boundaries", []string{"OnBeginBlock", "OnEndTx", "OnEndBlock"}, func(a *ear) any {
		return struct {
			onBeginBlock
			onEndTx
			onEndBlock
		}{onBeginBlock{a}, onEndTx{a}, onEndBlock{a}}
	}},
	{"mixed", []string{"OnHit", "OnLooted", "OnPlace", "OnEndTx"}, func(a *ear) any {
		return &struct {
			byHit
			onLooted
			onPlace
			onEndTx
		}{byHit{a}, onLooted{a}, onPlace{a}, onEndTx{a}}
	}},
	{"all", all, func(a *ear) any { return newAll(a) }},
	{"all by value", all, func(a *ear) any { return newAllByValue(a) }},
}

var all = []string{"OnGiven", "OnHit", "OnLooted", "OnMapped", "OnMoved", "OnSpawned", "OnTicked", "OnActor", "OnBag", "OnPlace", "OnScored",
	"OnBeginBlock", "OnEndTx", "OnEndBlock", "OnEvent"}

type shared struct {
	onActor
	onBag
	onPlace
	onScored
	onBeginBlock
	onEndTx
	onEndBlock
	onEvent
}

func newShared(a *ear) shared {
	return shared{onActor{a}, onBag{a}, onPlace{a}, onScored{a}, onBeginBlock{a}, onEndTx{a}, onEndBlock{a}, onEvent{a}}
}

type allOn struct {
	onGiven
	onHit
	onLooted
	onMapped
	onMoved
	onSpawned
	onTicked
	shared
}

func newAll(a *ear) *allOn {
	return &allOn{onGiven{a}, onHit{a}, onLooted{a}, onMapped{a}, onMoved{a}, onSpawned{a}, onTicked{a}, newShared(a)}
}

type allBy struct {
	byGiven
	byHit
	byLooted
	byMapped
	byMoved
	bySpawned
	byTicked
	shared
}

func newAllByValue(a *ear) *allBy {
	return &allBy{byGiven{a}, byHit{a}, byLooted{a}, byMapped{a}, byMoved{a}, bySpawned{a}, byTicked{a}, newShared(a)}
}
