package contract

import (
	"fmt"
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// kind is one event of the game, made from a number that each of its interfaces can tell again.
type kind struct {
	name    string
	methods []string // that it calls of one consumer, in the order of doc.go's first promise
	emit    func(r *generated.Router, n int64)
	make    func(h events.Header, n int64) events.Event
}

var kinds = []kind{
	{"Given", []string{"OnGiven", "OnBag", "OnEvent"},
		func(r *generated.Router, n int64) { r.EmitGiven(given(n)) },
		func(h events.Header, n int64) events.Event { return generated.NewGiven(h, given(n)) }},
	{"Hit", []string{"OnHit", "OnPlace", "OnScored", "OnEvent"},
		func(r *generated.Router, n int64) { r.EmitHit(hit(n)) },
		func(h events.Header, n int64) events.Event { return generated.NewHit(h, hit(n)) }},
	{"Looted", []string{"OnLooted", "OnActor", "OnBag", "OnPlace", "OnScored", "OnEvent"},
		func(r *generated.Router, n int64) { r.EmitLooted(looted(n)) },
		func(h events.Header, n int64) events.Event { return generated.NewLooted(h, looted(n)) }},
	{"Mapped", []string{"OnMapped", "OnActor", "OnPlace", "OnEvent"},
		func(r *generated.Router, n int64) { r.EmitMapped(mapped(n)) },
		func(h events.Header, n int64) events.Event { return generated.NewMapped(h, mapped(n)) }},
	{"Moved", []string{"OnMoved", "OnActor", "OnPlace", "OnEvent"},
		func(r *generated.Router, n int64) { r.EmitMoved(moved(n)) },
		func(h events.Header, n int64) events.Event { return generated.NewMoved(h, moved(n)) }},
	{"Spawned", []string{"OnSpawned", "OnActor", "OnPlace", "OnEvent"},
		func(r *generated.Router, n int64) { r.EmitSpawned(spawned(n)) },
		func(h events.Header, n int64) events.Event { return generated.NewSpawned(h, spawned(n)) }},
	{"Ticked", []string{"OnTicked", "OnEvent"},
		func(r *generated.Router, n int64) { r.EmitTicked(domain.Ticked{Number: n}) },
		func(h events.Header, n int64) events.Event { return generated.NewTicked(h, domain.Ticked{Number: n}) }},
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
	return domain.Looted{Actor: actor(n), Bag: domain.Bag{Items: []string{name(n), "rope"}}, Weight: udecimal.MustFromInt64(n, 1),
		Worth: map[string]int64{name(n): n, "rope": 0}}
}

func given(n int64) domain.Given {
	note := "for " + name(n)
	return domain.Given{Bag: domain.Bag{Items: []string{name(n)}}, From: name(n), To: name(-n), Note: &note,
		Parcels: []domain.Parcel{{Label: name(n), Inside: []*domain.Parcel{{Label: "inner", Stamps: map[string][]string{"via": {"sea"}}}, nil}, Stamps: map[string][]string{"from": {name(n)}}}},
		Tally:   [2][]int64{{n}, {-n}}}
}

func mapped(n int64) domain.Mapped {
	return domain.Mapped{Actor: actor(n), Paths: [][]domain.Place{{{X: n}}, nil}, Seen: map[string]*domain.Place{name(n): {X: n}, "fog": nil}}
}

// number tells from which number an event was made; boundaries have 0.
func number(e events.Event) int64 {
	var v numberOf
	generated.Visit(e, &v)
	return int64(v)
}

type numberOf int64

func (v *numberOf) VisitGiven(e *generated.Given)     { *v = numberOf(e.Given().Tally[0][0]) }
func (v *numberOf) VisitHit(e *generated.Hit)         { *v = numberOf(e.Hit().Damage) }
func (v *numberOf) VisitLooted(e *generated.Looted)   { *v = numberOf(e.Looted().X) }
func (v *numberOf) VisitMapped(e *generated.Mapped)   { *v = numberOf(e.Mapped().X) }
func (v *numberOf) VisitMoved(e *generated.Moved)     { *v = numberOf(e.Moved().X) }
func (v *numberOf) VisitSpawned(e *generated.Spawned) { *v = numberOf(e.Spawned().X) }
func (v *numberOf) VisitTicked(e *generated.Ticked)   { *v = numberOf(e.Ticked().Number) }

// block is the block of a height, each a second after the one below.
func block(height uint64) events.Block {
	return events.Block{ChainID: "game", Height: height, Time: time.Unix(int64(height), 0).UTC()}
}

// begun is a router in block 1.
func begun() *generated.Router {
	r := generated.NewRouter()
	r.BeginBlock(block(1))
	return r
}
