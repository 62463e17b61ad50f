package audit

import "github.com/busgen/busgen/generated"

// volumes checks the rule "volumes".
type volumes struct {
	markets map[string]*market // only for lookups
	touched []*market
}

type market struct {
	id      string
	sizes   map[string]int64 // by party, only for lookups
	sum     int64
	touched bool
}

// OnPositionState adds up the volumes that the core states.
func (a *Auditor) OnPositionState(e generated.PositionState) {
	p := e.PositionState()
	party, size := p.PartyID(), p.Size()
	m := a.volumes.market(p.MarketID())
	m.sum += size - m.sizes[party]
	m.sizes[party] = size
	a.profits.side(m.id, party).size = size
}

func (v *volumes) market(id string) *market {
	m := v.markets[id]
	if m == nil {
		m = &market{id: id, sizes: map[string]int64{}}
		v.markets[id] = m
	}
	if !m.touched {
		m.touched = true
		v.touched = append(v.touched, m)
	}
	return m
}

func (v *volumes) check(a *Auditor) {
	for _, m := range v.touched {
		m.touched = false
		if m.sum != 0 {
			a.found("volumes", "the volumes of market %s add up to %d", m.id, m.sum)
		}
	}
	v.touched = v.touched[:0]
}
