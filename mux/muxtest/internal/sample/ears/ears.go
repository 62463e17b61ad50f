// Package ears has consumers of the sample's events, one or more for each way to take an event, which tell of each of their calls.
package ears

import (
	"strconv"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// Call is one call of one consumer's method, and what it could read.
type Call struct {
	Who              int
	Method, Kind     string
	Height, Sequence uint64
	Tx               string
	Number           int64
}

// Ear hears what one consumer's methods are called with.
type Ear struct {
	Who   int
	Heard func(Call, events.Event)
}

func (a *Ear) hear(method string, e events.Event, n int64) {
	a.Heard(Call{a.Who, method, e.Kind().String(), e.BlockHeight(), e.Sequence(), e.TxID(), n}, e)
}

// One type per interest, to be put together by embedding.
type (
	onGiven   struct{ *Ear }
	onHit     struct{ *Ear }
	onLooted  struct{ *Ear }
	onMapped  struct{ *Ear }
	onMoved   struct{ *Ear }
	onSpawned struct{ *Ear }
	onTicked  struct{ *Ear }

	byGiven   struct{ *Ear }
	byHit     struct{ *Ear }
	byLooted  struct{ *Ear }
	byMapped  struct{ *Ear }
	byMoved   struct{ *Ear }
	bySpawned struct{ *Ear }
	byTicked  struct{ *Ear }

	atGiven   struct{ *Ear }
	atHit     struct{ *Ear }
	atSpawned struct{ *Ear }

	onActor  struct{ *Ear }
	onBag    struct{ *Ear }
	onPlace  struct{ *Ear }
	onScored struct{ *Ear }

	onBeginBlock struct{ *Ear }
	onEndTx      struct{ *Ear }
	onEndBlock   struct{ *Ear }
	onEvent      struct{ *Ear }
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

func (o atGiven) OnGiven(e *generated.Given)       { o.hear("OnGiven", e, e.Given().Tally[0][0]) }
func (o atHit) OnHit(e *generated.Hit)             { o.hear("OnHit", e, e.Hit().Damage) }
func (o atSpawned) OnSpawned(e *generated.Spawned) { o.hear("OnSpawned", e, e.Spawned().X) }

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
func (o onEvent) OnEvent(e events.Event)                { o.hear("OnEvent", e, Number(e)) }
