package mux_test

import (
	"fmt"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/internal/shop/domain"
	"github.com/busgen/busgen/mux/internal/shop/generated"
)

// monday is the block of most tests.
var monday = events.Block{ChainID: "shop", Height: 7, Time: time.Date(2030, 1, 7, 8, 0, 0, 0, time.UTC)}

// The consumers of these tests are functions.
type (
	orders     func(generated.Order) // by value
	boundaries func(events.Event)
	everything struct { // one consumer with several methods
		order func(generated.OrderEvent)
		item  func(generated.ItemEvent)
		event func(events.Event)
	}
)

func (f orders) OnOrder(e generated.Order) { f(e) }

func (f boundaries) OnBeginBlock(e events.BeginBlock) { f(e) }
func (f boundaries) OnEndTx(e events.EndTx)           { f(e) }
func (f boundaries) OnEndBlock(e events.EndBlock)     { f(e) }

func (e everything) OnOrder(o generated.OrderEvent) { e.order(o) }
func (e everything) OnItem(i generated.ItemEvent)   { e.item(i) }
func (e everything) OnEvent(a events.Event)         { e.event(a) }

// attach attaches consumers, and returns a function that detaches them.
func attach(t require.TestingT, r *generated.Router, consumers ...any) (detach func()) {
	var all []func()
	for _, c := range consumers {
		one, err := r.Attach(c)
		require.NoError(t, err)
		all = append(all, one)
	}
	return func() {
		for _, one := range all {
			one()
		}
	}
}

// open returns a router with these consumers, in an open block.
func open(t require.TestingT, consumers ...any) *generated.Router {
	r := generated.NewRouter()
	attach(t, r, consumers...)
	r.BeginBlock(monday)
	return r
}

func order(price int64) domain.Order {
	return domain.Order{Item: domain.Item{Name: "lamp"}, Price: price, Notes: []string{fmt.Sprint(price)}}
}

// price reads the price of an order, from the payload's slice too.
func price(t require.TestingT, e generated.OrderEvent) int64 {
	p := e.Order().Price()
	require.Equal(t, fmt.Sprint(p), e.Order().Notes().At(0))
	return p
}

// reason returns the reason of the panic of f as text, or "" if it does not panic.
func reason(f func()) (text string) {
	defer func() {
		if r := recover(); r != nil {
			text = fmt.Sprint(r)
		}
	}()
	f()
	return ""
}
