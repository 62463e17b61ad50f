package ours

import (
	"fmt"

	"github.com/busgen/busgen/bench/measure"
)

//go:generate go tool busgen

// trades1 has one consumer.
//
//busgen:wire partial
type trades1 struct{ A *tradeByValue }

// trades4 has four.
//
//busgen:wire partial
type trades4 struct{ A, B, C, D *tradeByValue }

// trades16 has sixteen.
//
//busgen:wire partial
type trades16 struct{ A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P *tradeByValue }

// ticks1 has one consumer.
//
//busgen:wire partial
type ticks1 struct{ A *tickByValue }

// ticks4 has four.
//
//busgen:wire partial
type ticks4 struct{ A, B, C, D *tickByValue }

// ticks16 has sixteen.
//
//busgen:wire partial
type ticks16 struct{ A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P *tickByValue }

// wiredTrades makes a wired bus of 1, 4 or 16 consumers of trades.
func wiredTrades(fanout int) measure.Carrier {
	var c [16]*tradeByValue
	all := fill(c[:], fanout)
	switch fanout {
	case 1:
		return trades(newTrades1Bus(trades1{c[0]}), all)
	case 4:
		return trades(newTrades4Bus(trades4{c[0], c[1], c[2], c[3]}), all)
	case 16:
		return trades(newTrades16Bus(trades16{
			c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7],
			c[8], c[9], c[10], c[11], c[12], c[13], c[14], c[15],
		}), all)
	}
	panic(fmt.Sprintf("bench: no wired bus has %d consumers", fanout))
}

// wiredTicks makes a wired bus of 1, 4 or 16 consumers of ticks.
func wiredTicks(fanout int) measure.Carrier {
	var c [16]*tickByValue
	all := fill(c[:], fanout)
	switch fanout {
	case 1:
		return ticks(newTicks1Bus(ticks1{c[0]}), all)
	case 4:
		return ticks(newTicks4Bus(ticks4{c[0], c[1], c[2], c[3]}), all)
	case 16:
		return ticks(newTicks16Bus(ticks16{
			c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7],
			c[8], c[9], c[10], c[11], c[12], c[13], c[14], c[15],
		}), all)
	}
	panic(fmt.Sprintf("bench: no wired bus has %d consumers", fanout))
}

// fill makes the first n consumers.
func fill[T any, C interface {
	*T
	consumer
}](consumers []C, n int) []consumer {
	var all []consumer
	for i := range n {
		consumers[i] = new(T)
		all = append(all, consumers[i])
	}
	return all
}
