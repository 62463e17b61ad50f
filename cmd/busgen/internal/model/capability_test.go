package model

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const capable = `
-- domain/domain.go --
package domain

// Market says where.
//
//busgen:capability
type Market struct{ ID string }

//busgen:capability
type PnL struct{ Realised int8; Unrealised int64 }

//busgen:capability
type Priced interface{ Named; Price() int }

type Named interface{ Name() string }

type M = Market

type Deep struct{ Deeper }

type Deeper struct{ *Market }

// Trade is embedded at depth.
//
//busgen:event
// And goes on.
type Trade struct {
	Deep
	PnL
}

func (Trade) Name() string { return "" }
func (Trade) Price() int   { return 0 }

//busgen:event
type Order struct {
	M
	Plain PnL
}

func (*Order) Name() string { return "" }
func (Order) Price() int    { return 0 }

//busgen:event
type Ambiguous struct {
	Market
	Wrap
}

type Wrap struct{ Deep; Market }

//busgen:event
type Half struct{ *Half }

func (Half) Price() int { return 0 }

//busgen:event
type Text ID

type ID string

//busgen:event
type Wide Named

//busgen:capability
type Number interface{ ~int }

//busgen:event
type Lost Missing
`

// has writes the ways by which an event has its capabilities.
func has(e *Event) []string {
	var texts []string
	for _, h := range e.Has {
		texts = append(texts, fmt.Sprintf("%d:%d %s %s %v", h.Pos.Line, h.Pos.Column, h.Capability.Name, strings.Join(h.Path, "."), h.Pointer))
	}
	return texts
}

func TestCapabilities(t *testing.T) {
	_, p, list := build(t, capable)
	var messages []string
	for _, d := range list {
		messages = append(messages, fmt.Sprintf("%d %s [%s]", d.Pos.Line, d.Message, d.Hint))
	}
	require.Equal(t, []string{
		"68 undefined: Missing []",
		"56 //busgen:event is for a struct; Text is string [declare Text as a struct, or remove the directive]",
		"61 //busgen:event is for a struct; Wide is an interface [declare Wide as a struct, or remove the directive]",
		"64 //busgen:capability is for a struct or an interface; Number is a constraint, not an interface that values can have " +
			"[declare Number as a struct or an interface, or remove the directive]",
	}, messages)

	for name, want := range map[string][]string{
		"Trade":     {"20:22 Market Deep.Deeper.Market true", "28:2 PnL PnL false", "26:6 Priced  false"},
		"Order":     {"36:2 Market M false", "35:6 Priced  true"},
		"Ambiguous": {"45:2 Market Market false"},
		"Half":      nil,
	} {
		require.Equal(t, want, has(p.event(t, name)), name)
	}
	trade := p.event(t, "Trade")
	require.Equal(t, "Trade is embedded at depth.\n\nAnd goes on.\n", trade.Doc)
	require.Equal(t, CopyDeep, p.event(t, "Half").Type.Copy)
	require.Equal(t, p.event(t, "Half").Type, p.event(t, "Half").Type.Under.Fields[0].Type.Elem)

	market := p.capability(t, "Market")
	require.Equal(t, "Market says where.\n", market.Doc)
	require.False(t, market.Interface)
	var events []string
	for _, e := range market.Events {
		events = append(events, e.Name)
	}
	require.Equal(t, []string{"Ambiguous", "Order", "Trade"}, events)
	require.Len(t, market.Again, 2)
	for _, again := range market.Again {
		require.Equal(t, "Ambiguous", again.Event.Name)
		require.Equal(t, 45, again.First.Line)
		require.Equal(t, 46, again.Second.Line, "where the ways part")
	}
	require.True(t, p.capability(t, "Priced").Interface)
	require.Equal(t, "interface{ Name() string; Price() int }", p.capability(t, "Priced").Type.Under.String())

	var types []string
	for _, local := range p.Types {
		types = append(types, local.String())
	}
	require.Equal(t, []string{"domain.Ambiguous", "domain.Deep", "domain.Deeper", "domain.Half", "domain.Market", "domain.Order",
		"domain.PnL", "domain.Trade", "domain.Wrap"}, types, "interfaces are no part of a payload")
}
