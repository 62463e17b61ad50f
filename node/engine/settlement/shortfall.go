package settlement

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// shortfall returns what the settlement account lacks to pay all gains and to keep the remainders.
func (r *round) shortfall() domain.Decimal {
	need := r.carried.Mul(r.contract).Add(total(r.winners))
	if r.network != nil {
		need = need.Add(r.network.amount)
	}
	accounts := r.config.Accounts
	return positive(need.Sub(accounts.Balance(accounts.Settlement(r.config.MarketID))))
}

// cover pays a shortfall from the insurance account, and returns what is still missing.
func (r *round) cover(missing domain.Decimal) domain.Decimal {
	accounts, market := r.config.Accounts, r.config.MarketID
	return missing.Sub(accounts.MoveUpTo(accounts.Insurance(market), accounts.Settlement(market), missing, r.loss))
}

// share takes what is missing from the gains: from the network's first, then from the others in proportion.
func (r *round) share(missing domain.Decimal) {
	if w := r.network; w != nil && missing.IsPos() {
		cut := udecimal.Min(missing, w.amount)
		w.amount, missing = w.amount.Sub(cut), missing.Sub(cut)
		r.lose(w.row, cut.Neg())
	}
	gains := total(r.winners)
	missing = udecimal.Min(missing, gains)
	if missing.IsZero() {
		return
	}
	for i, cut := range r.cuts(missing, gains) {
		if cut.IsPos() {
			w := &r.winners[i]
			w.amount = w.amount.Sub(cut)
			r.lose(w.row, cut.Neg())
		}
	}
}

// cuts returns what each winner loses: its share of an amount that is at most the sum of all gains, rounded down, and a unit more for
// the first winners until the shares add up. Nobody loses more than its gain: a share that was rounded down was below the gain, which
// is whole.
func (r *round) cuts(missing, gains domain.Decimal) []domain.Decimal {
	cuts := make([]domain.Decimal, len(r.winners))
	rest := missing
	for i, w := range r.winners {
		cuts[i], _ = missing.Mul(w.amount).MustQuoRem(gains)
		rest = rest.Sub(cuts[i])
	}
	for i := 0; rest.IsPos(); i++ {
		cuts[i] = cuts[i].Add(udecimal.One)
		rest = rest.Sub(udecimal.One)
	}
	return cuts
}

func total(payments []payment) domain.Decimal {
	var sum domain.Decimal
	for _, p := range payments {
		sum = sum.Add(p.amount)
	}
	return sum
}

func positive(d domain.Decimal) domain.Decimal { return udecimal.Max(d, udecimal.Zero) }
