package run

import (
	"cmp"
	"slices"

	"github.com/busgen/busgen/domain"
)

// profit is the profit and loss of a party in all markets, in asset units.
type profit struct {
	party string
	domain.PnL
}

func (p profit) total() domain.Decimal { return p.Realised.Add(p.Unrealised) }

// profits returns the profits of all parties, the best first. It leaves the network out, which holds positions for the insurance accounts;
// package positions explains why its figures are not comparable. It uses the rounded figures, because only they include a final
// settlement.
func profits(all []domain.Position) []profit {
	byParty := map[string]domain.PnL{}
	for _, p := range all {
		if p.PartyID != domain.Network {
			sum := byParty[p.PartyID]
			sum.Realised = sum.Realised.Add(p.Rounded.PnL.Realised)
			sum.Unrealised = sum.Unrealised.Add(p.Rounded.PnL.Unrealised)
			byParty[p.PartyID] = sum
		}
	}
	list := make([]profit, 0, len(byParty))
	for party, pnl := range byParty {
		list = append(list, profit{party, pnl})
	}
	slices.SortFunc(list, func(a, b profit) int {
		return cmp.Or(b.total().Cmp(a.total()), cmp.Compare(a.party, b.party))
	})
	return list
}
