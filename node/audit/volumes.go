package audit

import "github.com/busgen/busgen/generated"

// volumes is the rule "volumes".
type volumes struct {
	markets map[string]*market // for looking up only
	touched []*market
}

type market struct {
	id      string
	sizes   map[string]int64 // by party, for looking up only
	sum     int64
	touched bool
}

// OnPositionState adds up the volumes that the core states.
func (a *Auditor) OnPositionState(e generated.PositionStateEvent) {
	p := e.PositionState()
	m := a.volumes.market(p.MarketID)
	m.sum += p.Size - m.sizes[p.PartyID]
	m.sizes[p.PartyID] = p.Size
	a.profits.state(p)
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
