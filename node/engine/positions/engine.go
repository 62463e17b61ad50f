package positions

import (
	"slices"
	"strings"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// Engine counts the volumes of one market. It belongs to the goroutine that drives the market.
type Engine struct {
	market  domain.Market
	out     generated.PositionStateEmitter
	byParty map[string]*entry // only for lookups
	sorted  []*entry          // by party
	changed []*entry          // since the last Post
	long    uint64            // the sum of all long volumes
}

type entry struct {
	Position
	emitted Position
	changed bool
}

// New returns the engine of a market without trades.
func New(marketID string, out generated.PositionStateEmitter) *Engine {
	return &Engine{market: domain.Market{MarketID: marketID}, out: out, byParty: map[string]*entry{}}
}

// Order changes the size of a party's orders on one side: + when an order enters the book, - when size leaves it by a fill, a
// cancellation or an amendment. It panics if less than nothing would be left.
func (e *Engine) Order(party string, side domain.Side, change int64) {
	if change == 0 {
		return
	}
	p := e.entry(party)
	size := &p.Buys
	if side == domain.SideSell {
		size = &p.Sells
	}
	*size += change
	if *size < 0 {
		panic("positions: the orders of party " + party + " have a negative size: a size left the book twice")
	}
}

// Trade moves volume from the seller to the buyer.
func (e *Engine) Trade(buyer, seller string, size uint64) {
	e.add(e.entry(buyer), int64(size))
	e.add(e.entry(seller), -int64(size))
}

func (e *Engine) add(p *entry, change int64) {
	e.long -= long(p.Open)
	p.Open += change
	e.long += long(p.Open)
}

func long(open int64) uint64 { return uint64(max(open, 0)) }

// Close ends all open volume at once, when the market is settled.
func (e *Engine) Close() {
	for _, p := range e.sorted {
		if p.Open != 0 {
			e.touch(p).Open = 0
		}
	}
	e.long = 0
}

// Position returns the position of a party; zeros if it never had one.
func (e *Engine) Position(party string) Position {
	if p := e.byParty[party]; p != nil {
		return p.Position
	}
	return Position{PartyID: party}
}

// Active returns all positions with open volume or orders, sorted by party.
func (e *Engine) Active() []Position {
	var all []Position
	for _, p := range e.sorted {
		if p.active() {
			all = append(all, p.Position)
		}
	}
	return all
}

// OpenInterest returns the sum of all long volumes, which equals the sum of all short ones.
func (e *Engine) OpenInterest() uint64 { return e.long }

// Post emits each position that differs from when it was last emitted, sorted by party.
func (e *Engine) Post() {
	slices.SortFunc(e.changed, byParty)
	for _, p := range e.changed {
		p.changed = false
		if p.Position != p.emitted {
			p.emitted = p.Position
			e.out.EmitPositionState(domain.PositionState{
				Market:         e.market,
				Party:          domain.Party{PartyID: p.PartyID},
				Size:           p.Open,
				PotentialBuys:  p.Buys,
				PotentialSells: p.Sells,
			})
		}
	}
	e.changed = e.changed[:0]
}

// entry returns the position of a party that is about to change.
func (e *Engine) entry(party string) *entry {
	p := e.byParty[party]
	if p == nil {
		p = &entry{Position: Position{PartyID: party}, emitted: Position{PartyID: party}}
		e.byParty[party] = p
		at, _ := slices.BinarySearchFunc(e.sorted, p, byParty)
		e.sorted = slices.Insert(e.sorted, at, p)
	}
	return e.touch(p)
}

func (e *Engine) touch(p *entry) *entry {
	if !p.changed {
		p.changed = true
		e.changed = append(e.changed, p)
	}
	return p
}

func byParty(a, b *entry) int { return strings.Compare(a.PartyID, b.PartyID) }
