// Package payload holds what the measured buses carry, and says what a consumer reads of it: three
// fields, one of them nested.
package payload

import (
	"time"

	"github.com/busgen/busgen/events"
)

// Block is the block of all measured events.
var Block = events.Block{ChainID: "BTC-1", Height: 1, Time: time.Unix(1_700_000_000, 0)}

// Size is the number of payloads in a pool: few enough for the first-level cache, so that the bus
// is measured and not the memory. It is a power of two, so that going round costs one instruction.
const Size = 8

// Turn is the number of events in a row that have the same payload. Within a turn it can be emitted
// from a variable: Go copies the element of a slice or array twice when it is an argument.
const Turn = 512

// Pool holds payloads that were made beforehand.
type Pool[P any] struct {
	payloads [Size]P
	read     func(*P) uint64
	own      func(*P)
}

// newPool fills a pool, always with the same payloads. own makes a copy share nothing with the
// original; it is nil if assignment does.
func newPool[P any](fresh func(i int) P, read func(*P) uint64, own func(*P)) *Pool[P] {
	p := &Pool[P]{read: read, own: own}
	for i := range p.payloads {
		p.payloads[i] = fresh(i)
	}
	return p
}

// At returns the payload of event i.
func (p *Pool[P]) At(i uint64) *P { return &p.payloads[i/Turn%Size] }

// Left returns the number of events from i on that have the same payload.
func Left(i uint64) uint64 { return Turn - i%Turn }

// Own makes a copied payload share nothing with the original.
func (p *Pool[P]) Own(copied *P) {
	if p.own != nil {
		p.own(copied)
	}
}

// Reading returns what a consumer adds up for event i: its number and what it reads of the payload.
func (p *Pool[P]) Reading(i uint64) uint64 { return i + p.read(p.At(i)) }
