package run

import (
	"cmp"
	"slices"

	"github.com/busgen/busgen/domain"
)

// profit is what a party has gained over all markets, in asset units.
type profit struct {
	party string
	domain.PnL
}

func (p profit) total() domain.Decimal { return p.Realised.Add(p.Unrealised) }

// profits are those of all parties, the best first. The network is left out: what it holds, it holds for the insurance accounts, and
// the positions plug-in says why its figures are not comparable. Gains are the ones that a reader is shown, since only they have a final settlement in them.
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
