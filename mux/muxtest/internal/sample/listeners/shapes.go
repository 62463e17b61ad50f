package listeners

import (
	"slices"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// Shape is a type of consumer: its consumer methods, and how to make one.
type Shape struct {
	Name    string
	Methods []string
	Make    func(*Listener) any
}

// Shapes holds all types of consumers.
var Shapes = []Shape{
	{"hit", []string{"OnHit"}, func(l *Listener) any { return onHit{l} }},
	{"hit by value", []string{"OnHit"}, func(l *Listener) any { return NewHitByValue(l) }},
	{"looted", []string{"OnLooted"}, func(l *Listener) any { return onLooted{l} }},
	{"looted by value", []string{"OnLooted"}, func(l *Listener) any { return NewLootedByValue(l) }},
	{"actor", []string{"OnActor"}, func(l *Listener) any { return onActor{l} }},
	{"bag", []string{"OnBag"}, func(l *Listener) any { return onBag{l} }},
	{"place", []string{"OnPlace"}, func(l *Listener) any { return NewPlace(l) }},
	{"scored", []string{"OnScored"}, func(l *Listener) any { return onScored{l} }},
	{"everything", []string{"OnEvent"}, func(l *Listener) any { return NewEverything(l) }},
	{"a function", []string{"OnEvent"}, func(l *Listener) any {
		return generated.EventFunc(func(e events.Event) { l.called("OnEvent", e, Number(e)) })
	}},
	{"boundaries", []string{"OnBeginBlock", "OnEndTx", "OnEndBlock"},
		func(l *Listener) any { return *NewBoundaries(l) }},
	{"mixed", []string{"OnHit", "OnLooted", "OnPlace", "OnEndTx"}, func(l *Listener) any { return NewMixed(l) }},
	{"all", all, func(l *Listener) any { return NewAll(l) }},
	{"all by value", all, func(l *Listener) any { return NewAllByValue(l) }},
}

// Named returns the shapes with these names.
func Named(names ...string) []Shape {
	var named []Shape
	for _, name := range names {
		named = append(named, Shapes[slices.IndexFunc(Shapes, func(s Shape) bool { return s.Name == name })])
	}
	return named
}

var all = []string{"OnGiven", "OnHit", "OnLooted", "OnMapped", "OnMoved", "OnSpawned", "OnTicked", "OnActor",
	"OnBag", "OnPlace", "OnScored",
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

func newShared(l *Listener) shared {
	return shared{onActor{l}, onBag{l}, onPlace{l}, onScored{l}, onBeginBlock{l}, onEndTx{l}, onEndBlock{l}, onEvent{l}}
}

// All has every consumer method, by interface.
type All struct {
	onGiven
	onHit
	onLooted
	onMapped
	onMoved
	onSpawned
	onTicked
	shared
}

// NewAll returns an All.
func NewAll(l *Listener) *All {
	return &All{onGiven{l}, onHit{l}, onLooted{l}, onMapped{l}, onMoved{l}, onSpawned{l}, onTicked{l}, newShared(l)}
}

// AllByValue has every consumer method, by value where that is possible.
type AllByValue struct {
	byGiven
	byHit
	byLooted
	byMapped
	byMoved
	bySpawned
	byTicked
	shared
}

// NewAllByValue returns an AllByValue.
func NewAllByValue(l *Listener) *AllByValue {
	return &AllByValue{byGiven{l}, byHit{l}, byLooted{l}, byMapped{l}, byMoved{l}, bySpawned{l}, byTicked{l},
		newShared(l)}
}

// Mixed subscribes to one event by value, one by interface, one capability and one boundary.
type Mixed struct {
	byHit
	onLooted
	onPlace
	onEndTx
}

// NewMixed returns a Mixed.
func NewMixed(l *Listener) *Mixed { return &Mixed{byHit{l}, onLooted{l}, onPlace{l}, onEndTx{l}} }

// Boundaries subscribes to the boundaries.
type Boundaries struct {
	onBeginBlock
	onEndTx
	onEndBlock
}

// NewBoundaries returns a Boundaries.
func NewBoundaries(l *Listener) *Boundaries {
	return &Boundaries{onBeginBlock{l}, onEndTx{l}, onEndBlock{l}}
}

// Place subscribes to the capability Place.
type Place struct{ onPlace }

// NewPlace returns a Place.
func NewPlace(l *Listener) *Place { return &Place{onPlace{l}} }

// Everything subscribes to all events by OnEvent.
type Everything struct{ onEvent }

// NewEverything returns an Everything.
func NewEverything(l *Listener) *Everything { return &Everything{onEvent{l}} }

// HitByValue subscribes to Hit by value.
type HitByValue struct{ byHit }

// NewHitByValue returns a HitByValue.
func NewHitByValue(l *Listener) *HitByValue { return &HitByValue{byHit{l}} }

// LootedByValue subscribes to Looted by value.
type LootedByValue struct{ byLooted }

// NewLootedByValue returns a LootedByValue.
func NewLootedByValue(l *Listener) *LootedByValue { return &LootedByValue{byLooted{l}} }
