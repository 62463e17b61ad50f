package audit

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/plugins/positions"
)

// profits checks the rules "profit" and "booked". It has a plug-in of its own, on a bus to which the auditor routes all events.
type profits struct {
	bus     *generated.Router
	plugin  *positions.Positions
	pairs   map[pair]*side    // only for lookups
	markets map[string]*terms // only for lookups
	touched []*side
}

func newProfits() profits {
	bus, plugin := generated.NewRouter(), positions.New(positions.Config{})
	if _, err := bus.Attach(plugin); err != nil {
		panic("audit: " + err.Error())
	}
	return profits{bus: bus, plugin: plugin, pairs: map[pair]*side{}, markets: map[string]*terms{}}
}

type pair struct{ market, party string }

// side is a party's position in a market.
type side struct {
	pair
	moved    domain.Decimal // by settlement, less what was confiscated
	size     int64          // as the core states it
	unbooked int64          // traded since the last settlement
	touched  bool
}

// terms are the units and the state of a market.
type terms struct {
	scaled  bool // position factor or price factor are not one
	settled bool
}

func (p *profits) side(market, party string) *side {
	key := pair{market, party}
	s := p.pairs[key]
	if s == nil {
		s = &side{pair: key}
		p.pairs[key] = s
	}
	if !s.touched {
		s.touched = true
		p.touched = append(p.touched, s)
	}
	return s
}

func (p *profits) terms(market string) *terms {
	t := p.markets[market]
	if t == nil {
		t = &terms{}
		p.markets[market] = t
	}
	return t
}

// move counts an entry of settlement.
func (p *profits) move(entry domain.LedgerEntry) {
	switch entry.Type {
	case domain.TransferTypeMTMLoss, domain.TransferTypeLoss, domain.TransferTypePerpetualsFundingLoss,
		domain.TransferTypeMarginConfiscated:
		if entry.From.Owner != "" {
			s := p.side(entry.To.MarketID, entry.From.Owner)
			s.moved = s.moved.Sub(entry.Amount)
		}
	case domain.TransferTypeMTMWin, domain.TransferTypeWin, domain.TransferTypePerpetualsFundingWin:
		if entry.To.Owner != "" {
			s := p.side(entry.From.MarketID, entry.To.Owner)
			s.moved = s.moved.Add(entry.Amount)
		}
	}
}

// OnTrade counts volume that no settlement has booked yet. The plug-in books at once what the network takes over.
func (a *Auditor) OnTrade(e generated.Trade) {
	t := e.Trade()
	a.fills.trade(t)
	if !t.Price().Equal(t.AssetPrice()) {
		a.profits.terms(t.MarketID()).scaled = true
	}
	buyer, seller := a.profits.side(t.MarketID(), t.Buyer().PartyID()), a.profits.side(t.MarketID(), t.Seller().PartyID())
	takenOver := t.Type() == domain.TradeTypeNetworkCloseOutBad
	if !takenOver || buyer.party != domain.Network {
		buyer.unbooked += int64(t.Size())
	}
	if !takenOver || seller.party != domain.Network {
		seller.unbooked -= int64(t.Size())
	}
}

// OnSettlePosition books all trades of the party.
func (a *Auditor) OnSettlePosition(e generated.SettlePosition) {
	s := e.SettlePosition()
	a.profits.side(s.MarketID(), s.PartyID()).unbooked = 0
	if !s.PositionFactor().Equal(udecimal.One) {
		a.profits.terms(s.MarketID()).scaled = true
	}
}

// OnSettleDistressed ends a position.
func (a *Auditor) OnSettleDistressed(e generated.SettleDistressedEvent) {
	s := e.SettleDistressed()
	a.profits.side(s.MarketID(), s.PartyID()).unbooked = 0
}

// OnLossSocialization marks the party for the next check.
func (a *Auditor) OnLossSocialization(e generated.LossSocializationEvent) {
	l := e.LossSocialization()
	a.profits.side(l.MarketID(), l.PartyID())
}

// OnFundingPayments marks the parties for the next check.
func (a *Auditor) OnFundingPayments(e generated.FundingPaymentsEvent) {
	payments := e.FundingPayments()
	for _, payment := range payments.Payments().All() {
		a.profits.side(payments.MarketID(), payment.PartyID)
	}
}

// OnMarketSettled ends the comparison of volumes, which the plug-in does not change.
func (a *Auditor) OnMarketSettled(e generated.MarketSettledEvent) {
	a.profits.terms(e.MarketSettled().MarketID()).settled = true
}

func (p *profits) check(a *Auditor) {
	for _, s := range p.touched {
		s.touched = false
		t := p.terms(s.market)
		position, _ := p.plugin.Position(s.market, s.party)
		if s.party != domain.Network || !t.scaled {
			gained := position.PnL.Realised.Add(position.PnL.Unrealised)
			if s.moved.Sub(gained).Abs().GreaterThan(udecimal.One) {
				a.found("profit", "%s in market %s has gained %s, and was paid %s", s.party, s.market, gained, s.moved)
			}
		}
		volume := position.OpenVolume.Add(udecimal.MustFromInt64(s.unbooked, 0))
		if !t.settled && !volume.Equal(udecimal.MustFromInt64(s.size, 0)) {
			a.found("booked", "%s in market %s: %s open by settlements, %d traded since, %d by the core",
				s.party, s.market, position.OpenVolume, s.unbooked, s.size)
		}
	}
	p.touched = p.touched[:0]
}
