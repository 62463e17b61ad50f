package ears

import (
	"slices"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// Shape is a type of consumer: its methods, and how one is made.
type Shape struct {
	Name    string
	Methods []string
	Make    func(*Ear) any
}

// Shapes are the consumers that a router takes.
var Shapes = []Shape{
	{"hit", []string{"OnHit"}, func(a *Ear) any { return onHit{a} }},
	{"hit by value", []string{"OnHit"}, func(a *Ear) any { return NewHitByValue(a) }},
	{"looted", []string{"OnLooted"}, func(a *Ear) any { return onLooted{a} }},
	{"looted by value", []string{"OnLooted"}, func(a *Ear) any { return NewLootedByValue(a) }},
	{"actor", []string{"OnActor"}, func(a *Ear) any { return onActor{a} }},
	{"bag", []string{"OnBag"}, func(a *Ear) any { return onBag{a} }},
	{"place", []string{"OnPlace"}, func(a *Ear) any { return NewPlace(a) }},
	{"scored", []string{"OnScored"}, func(a *Ear) any { return onScored{a} }},
	{"everything", []string{"OnEvent"}, func(a *Ear) any { return NewEverything(a) }},
	{"a function", []string{"OnEvent"}, func(a *Ear) any {
		return generated.EventFunc(func(e events.Event) { a.hear("OnEvent", e, Number(e)) })
	}},
	{"boundaries", []string{"OnBeginBlock", "OnEndTx", "OnEndBlock"}, func(a *Ear) any { return *NewBoundaries(a) }},
	{"mixed", []string{"OnHit", "OnLooted", "OnPlace", "OnEndTx"}, func(a *Ear) any { return NewMixed(a) }},
	{"all", all, func(a *Ear) any { return NewAll(a) }},
	{"all by value", all, func(a *Ear) any { return NewAllByValue(a) }},
}

// ByPointer takes concrete events by pointer, which only a wired bus can give.
var ByPointer = Shape{"by pointer", []string{"OnGiven", "OnHit", "OnSpawned", "OnEndBlock"}, func(a *Ear) any { return NewPointers(a) }}

// Named are the shapes of these names.
func Named(names ...string) []Shape {
	var named []Shape
	for _, name := range names {
		if name == ByPointer.Name {
			named = append(named, ByPointer)
			continue
		}
		named = append(named, Shapes[slices.IndexFunc(Shapes, func(s Shape) bool { return s.Name == name })])
	}
	return named
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

func newShared(a *Ear) shared {
	return shared{onActor{a}, onBag{a}, onPlace{a}, onScored{a}, onBeginBlock{a}, onEndTx{a}, onEndBlock{a}, onEvent{a}}
}

// All has every method there is, and takes events by interface.
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

// NewAll makes one.
func NewAll(a *Ear) *All {
	return &All{onGiven{a}, onHit{a}, onLooted{a}, onMapped{a}, onMoved{a}, onSpawned{a}, onTicked{a}, newShared(a)}
}

// AllByValue has every method there is, and takes by value what can be taken so.
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

// NewAllByValue makes one.
func NewAllByValue(a *Ear) *AllByValue {
	return &AllByValue{byGiven{a}, byHit{a}, byLooted{a}, byMapped{a}, byMoved{a}, bySpawned{a}, byTicked{a}, newShared(a)}
}

// Mixed takes one event by value, one by interface, one capability and one boundary.
type Mixed struct {
	byHit
	onLooted
	onPlace
	onEndTx
}

// NewMixed makes one.
func NewMixed(a *Ear) *Mixed { return &Mixed{byHit{a}, onLooted{a}, onPlace{a}, onEndTx{a}} }

// Pointers takes events by pointer, and a boundary.
type Pointers struct {
	atGiven
	atHit
	atSpawned
	onEndBlock
}

// NewPointers makes one.
func NewPointers(a *Ear) *Pointers {
	return &Pointers{atGiven{a}, atHit{a}, atSpawned{a}, onEndBlock{a}}
}

// Boundaries takes the boundaries, each as itself.
type Boundaries struct {
	onBeginBlock
	onEndTx
	onEndBlock
}

// NewBoundaries makes one.
func NewBoundaries(a *Ear) *Boundaries {
	return &Boundaries{onBeginBlock{a}, onEndTx{a}, onEndBlock{a}}
}

// Place takes what has a place.
type Place struct{ onPlace }

// NewPlace makes one.
func NewPlace(a *Ear) *Place { return &Place{onPlace{a}} }

// Everything takes all events by OnEvent.
type Everything struct{ onEvent }

// NewEverything makes one.
func NewEverything(a *Ear) *Everything { return &Everything{onEvent{a}} }

// HitByValue takes hits, and nothing else.
type HitByValue struct{ byHit }

// NewHitByValue makes one.
func NewHitByValue(a *Ear) *HitByValue { return &HitByValue{byHit{a}} }

// LootedByValue takes what was looted, and nothing else.
type LootedByValue struct{ byLooted }

// NewLootedByValue makes one.
func NewLootedByValue(a *Ear) *LootedByValue { return &LootedByValue{byLooted{a}} }
