package main

// staleFiles are a domain that is made of types of every kind.
var staleFiles = map[string]string{
	"domain/a.go": `package domain

import (
	"time"

	"example.com/case/parts"
	"corp/far"
)

//busgen:event
type A struct {
	far.Alias
	*Mine[string]
	Gen    Gen[int]
	Gens   []Two[string, Gen[bool]]
	Parts  map[string]parts.Part[int]
	Deep   far.Deep
	Flat   far.Flat
	Half   far.Half
	Odd    far.Odd
	Names  far.Names
	Of     far.Box[int]
	Inner  []far.Outer
	Amount Amount
	At     Moment
	Level  Level
	Rank   far.Rank
}

var _ time.Time

type Moment time.Time

type Level int8

type Gen[T any] struct{ V []T }

type Two[K comparable, V any] struct{ M map[K]V }

type Mine[T any] = far.Box[T]

type amount struct{ N int; At []int }

type Amount = amount
`,
	"domain/b.go": `package domain

import (
	"example.com/case/parts"
	"corp/far"
)

//busgen:capability
type Priced interface {
	Price() int
	Currency() string
}

//busgen:capability
type Weighed interface{ Weight() int }

//busgen:capability
type Tagged struct{ Tag string }

// Order lacks each capability.
//
//busgen:event
type Order struct {
	parts.Base
	Inside
	Size int
}

type Inside struct{ Depth int }

// Bond has a capability, and lacks others.
//
//busgen:event
type Bond struct {
	Tagged
	Nominal int
}

func (b Bond) Price() int      { return b.Nominal }
func (Bond) Currency() string { return "EUR" }

// Lot has one method of a capability.
//
//busgen:event
type Lot struct{ Size int }

func (l Lot) Price() int { return l.Size }

// Scale has a method of a capability's name with another signature.
//
//busgen:event
type Scale struct{ Max int }

func (s Scale) Weight() float64 { return float64(s.Max) }

// Weight has the name of a method.
//
//busgen:event
type Weight struct{ Grams int }

// Parcel has a field of a method's name.
//
//busgen:event
type Parcel struct{ Weight int }

// Twice embeds a method twice, so that it has none.
//
//busgen:event
type Twice struct {
	parts.Heavy
	far.Heavy2
}
`,
	"app/a.go": `package app

import (
	"example.com/case/generated"
	"example.com/case/plug"
	"github.com/busgen/busgen/events"
)

//busgen:wire partial
type Consumers struct {
	First  *first "tag"
	second *second
	*third
	Fourth *fourth[map[string][]int]
	Named  another
	Far    *plug.Listener
	Hidden *plug.Quiet
	Func   *lone[func()]
	Event  *OnEvent
	Rest   *generated.Router
}

type base struct{ deeper }

type deeper struct{}

type first struct{ base }

func (*first) OnOrder(generated.OrderEvent) {}

type second struct{ OnLot func() }

func (second) OnOrder(generated.Order) {}
func (second) OnTagged(generated.TaggedEvent) {}

type third struct{ plug.Talker }

type fourth[T any] struct{ all T }

func (*fourth[T]) OnEndBlock(events.EndBlock) {}

type lone[T any] struct{ all T }

func (*lone[T]) OnEndBlock(events.EndBlock) {}

type fifth struct{}

func (*fifth) OnA(generated.AEvent) {}

type another = *fifth

type sixth struct{}

func (*sixth) OnA(generated.AEvent) {}
func (*sixth) OnBond(generated.BondEvent) {}

type OnEvent struct{}

func (*OnEvent) OnParcel(generated.ParcelEvent) {}
`,
	"plug/plug.go": `package plug

import "example.com/case/generated"

type Listener struct{}

func (*Listener) OnBond(generated.BondEvent) {}

type Quiet = quiet

type quiet struct{}

func (*quiet) OnBond(generated.BondEvent) {}

type Talker interface{ OnScale(generated.ScaleEvent) }
`,
	"parts/p.go": "package parts\n\ntype Part[T any] struct{ V T }\n\ntype Base struct{}\n\n//busgen:capability\ntype Graded interface{ Grade() int }\n\ntype Heavy struct{}\n\nfunc (Heavy) Weight() int { return 1 }\n",
	"far/far.go": `package far

type Alias = Plain

type Rank string

type Plain struct{ X int }

type Other struct{ X int }

type Deep struct{ X []int }

type Flat struct{ Y int }

type Half struct {
	Shown  int
	hidden int
}

type Odd struct {
	Part   odd
	Number int
	Names  []string
}

type odd struct{ n int }

type Names []string

type Box[T any] struct{ V []T }

type Outer struct{ In Inner }

type Heavy2 struct{}

func (Heavy2) Weight() int { return 2 }

type Inner struct{ Z []int }
`,
}
