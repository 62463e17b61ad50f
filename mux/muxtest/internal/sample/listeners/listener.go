// Package listeners has consumers of the sample's events, at least one for each way to subscribe.
// Each reports every call to its Listener.
package listeners

import (
	"strconv"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// Call is one call of one consumer's method, and what it read.
type Call struct {
	Who              int
	Method, Kind     string
	Height, Sequence uint64
	Tx               string
	Number           int64
}

// Listener receives the calls of one consumer, during the delivery.
type Listener struct {
	Who    int
	Called func(Call, events.Event)
}

func (l *Listener) called(method string, e events.Event, n int64) {
	l.Called(Call{l.Who, method, e.Kind().String(), e.BlockHeight(), e.Sequence(), e.TxID(), n}, e)
}

// One type for each consumer method, to be embedded. Those that begin with on subscribe by
// interface, those with by by value.
type (
	onGiven   struct{ *Listener }
	onHit     struct{ *Listener }
	onLooted  struct{ *Listener }
	onMapped  struct{ *Listener }
	onMoved   struct{ *Listener }
	onSpawned struct{ *Listener }
	onTicked  struct{ *Listener }

	byGiven   struct{ *Listener }
	byHit     struct{ *Listener }
	byLooted  struct{ *Listener }
	byMapped  struct{ *Listener }
	byMoved   struct{ *Listener }
	bySpawned struct{ *Listener }
	byTicked  struct{ *Listener }

	onActor  struct{ *Listener }
	onBag    struct{ *Listener }
	onPlace  struct{ *Listener }
	onScored struct{ *Listener }

	onBeginBlock struct{ *Listener }
	onEndTx      struct{ *Listener }
	onEndBlock   struct{ *Listener }
	onEvent      struct{ *Listener }
)

func (o onGiven) OnGiven(e generated.GivenEvent)    { o.called("OnGiven", e, e.Given().Tally()[0][0]) }
func (o onHit) OnHit(e generated.HitEvent)          { o.called("OnHit", e, e.Hit().Damage()) }
func (o onLooted) OnLooted(e generated.LootedEvent) { o.called("OnLooted", e, e.Looted().X()) }
func (o onMapped) OnMapped(e generated.MappedEvent) {
	o.called("OnMapped", e, e.Mapped().Paths().At(0).At(0).X())
}
func (o onMoved) OnMoved(e generated.MovedEvent)       { o.called("OnMoved", e, e.Moved().Through().At(0).X) }
func (o onSpawned) OnSpawned(e generated.SpawnedEvent) { o.called("OnSpawned", e, e.Spawned().X()) }
func (o onTicked) OnTicked(e generated.TickedEvent)    { o.called("OnTicked", e, e.Ticked().Number()) }

func (o byGiven) OnGiven(e generated.Given) {
	n, _ := strconv.ParseInt(e.Given().Parcels().At(0).Label(), 10, 64)
	o.called("OnGiven", &e, n)
}
func (o byHit) OnHit(e generated.Hit) { o.called("OnHit", &e, e.Hit().Damage()) }
func (o byLooted) OnLooted(e generated.Looted) {
	points, _ := e.Looted().Worth().Get(e.Looted().Name())
	o.called("OnLooted", &e, points)
}
func (o byMapped) OnMapped(e generated.Mapped) {
	place, _ := e.Mapped().Seen().Get(e.Mapped().Name())
	o.called("OnMapped", &e, place.X())
}
func (o byMoved) OnMoved(e generated.Moved)       { o.called("OnMoved", &e, e.Moved().Through().At(1).Y) }
func (o bySpawned) OnSpawned(e generated.Spawned) { o.called("OnSpawned", &e, e.Spawned().At().Unix()) }
func (o byTicked) OnTicked(e generated.Ticked)    { o.called("OnTicked", &e, e.Ticked().Number()) }

func (o onActor) OnActor(e generated.ActorEvent)    { o.called("OnActor", e, -e.Actor().Y()) }
func (o onPlace) OnPlace(e generated.PlaceEvent)    { o.called("OnPlace", e, e.Place().X()) }
func (o onScored) OnScored(e generated.ScoredEvent) { o.called("OnScored", e, e.Score()) }
func (o onBag) OnBag(e generated.BagEvent) {
	n, _ := strconv.ParseInt(e.Bag().Items().At(0), 10, 64)
	o.called("OnBag", e, n)
}

func (o onBeginBlock) OnBeginBlock(e events.BeginBlock) { o.called("OnBeginBlock", e, 0) }
func (o onEndTx) OnEndTx(e events.EndTx)                { o.called("OnEndTx", e, 0) }
func (o onEndBlock) OnEndBlock(e events.EndBlock)       { o.called("OnEndBlock", e, 0) }
func (o onEvent) OnEvent(e events.Event)                { o.called("OnEvent", e, Number(e)) }
