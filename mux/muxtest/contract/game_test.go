package contract

import (
	"fmt"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// kind is one event of the game, made from a number that consumers of each of its interfaces can
// read.
type kind struct {
	Kind
	methods []string // the calls that it makes on one consumer, in order
}

var kinds = []kind{
	{KindOf(given, func(b Bus, p domain.Given) { b.(generated.GivenEmitter).EmitGiven(p) }, generated.NewGiven),
		[]string{"OnGiven", "OnBag", "OnEvent"}},
	{KindOf(hit, func(b Bus, p domain.Hit) { b.(generated.HitEmitter).EmitHit(p) }, generated.NewHit),
		[]string{"OnHit", "OnPlace", "OnScored", "OnEvent"}},
	{KindOf(looted, func(b Bus, p domain.Looted) { b.(generated.LootedEmitter).EmitLooted(p) }, generated.NewLooted),
		[]string{"OnLooted", "OnActor", "OnBag", "OnPlace", "OnScored", "OnEvent"}},
	{KindOf(mapped, func(b Bus, p domain.Mapped) { b.(generated.MappedEmitter).EmitMapped(p) }, generated.NewMapped),
		[]string{"OnMapped", "OnActor", "OnPlace", "OnEvent"}},
	{KindOf(moved, func(b Bus, p domain.Moved) { b.(generated.MovedEmitter).EmitMoved(p) }, generated.NewMoved),
		[]string{"OnMoved", "OnActor", "OnPlace", "OnEvent"}},
	{KindOf(spawned, func(b Bus, p domain.Spawned) { b.(generated.SpawnedEmitter).EmitSpawned(p) },
		generated.NewSpawned),
		[]string{"OnSpawned", "OnActor", "OnPlace", "OnEvent"}},
	{KindOf(ticked, func(b Bus, p domain.Ticked) { b.(generated.TickedEmitter).EmitTicked(p) }, generated.NewTicked),
		[]string{"OnTicked", "OnEvent"}},
}

func name(n int64) string { return fmt.Sprint(n) }

func actor(n int64) domain.Actor {
	return domain.Actor{Place: domain.Place{X: n, Y: -n}, Name: name(n)}
}

func spawned(n int64) domain.Spawned {
	return domain.Spawned{Actor: actor(n), At: time.Unix(n, 0).UTC()}
}

func moved(n int64) domain.Moved {
	return domain.Moved{Actor: actor(n), Through: events.ListOf(domain.Place{X: n}, domain.Place{Y: n})}
}

func hit(n int64) domain.Hit {
	return domain.Hit{Place: domain.Place{X: n}, By: name(n), Target: name(-n), Damage: n}
}

func looted(n int64) domain.Looted {
	return domain.Looted{Actor: actor(n), Bag: domain.Bag{Items: []string{name(n), "rope"}},
		Weight: udecimal.MustFromInt64(n, 1),
		Worth:  map[string]int64{name(n): n, "rope": 0}}
}

func given(n int64) domain.Given {
	note := "for " + name(n)
	return domain.Given{Bag: domain.Bag{Items: []string{name(n)}}, From: name(n), To: name(-n), Note: &note,
		Parcels: []domain.Parcel{{Label: name(n), Inside: []*domain.Parcel{{Label: "inner",
			Stamps: map[string][]string{"via": {"sea"}}}, nil}, Stamps: map[string][]string{"from": {name(n)}}}},
		Tally: [2][]int64{{n}, {-n}}}
}

func mapped(n int64) domain.Mapped {
	return domain.Mapped{Actor: actor(n), Paths: [][]domain.Place{{{X: n}, {Y: n}}, nil},
		Seen:  map[string]*domain.Place{name(n): {X: n}, "fog": nil},
		Times: events.ListOf(time.Unix(n, 0).UTC())}
}

func ticked(n int64) domain.Ticked { return domain.Ticked{Number: n} }

// begun returns a router in block 1.
func begun() *generated.Router {
	r := generated.NewRouter()
	r.BeginBlock(block(1))
	return r
}

func attach(t *testing.T, r *generated.Router, consumer any) (detach func()) {
	t.Helper()
	detach, err := r.Attach(consumer)
	require.NoError(t, err)
	return detach
}
