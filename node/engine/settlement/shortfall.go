package settlement

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// shortfall is what the settlement account has too little to pay all gains and to hold what roundings have left over.
func (r *round) shortfall() domain.Decimal {
	need := r.carried.Mul(r.contract).Add(total(r.winners))
	if r.network != nil {
		need = need.Add(r.network.amount)
	}
	accounts := r.config.Accounts
	return positive(need.Sub(accounts.Balance(accounts.Settlement(r.config.MarketID))))
}

// cover fills a shortfall from the insurance account, and says what is missing still.
func (r *round) cover(missing domain.Decimal) domain.Decimal {
	accounts, market := r.config.Accounts, r.config.MarketID
	return missing.Sub(accounts.MoveUpTo(accounts.Insurance(market), accounts.Settlement(market), missing, r.loss))
}

// share takes a loss that nobody could pay from the gains: the network's first, then the others' in proportion.
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

// cuts is what each winner loses: its share of a loss that is at most all gains, rounded down, and a unit more for the first ones
// until it adds up. Nobody loses more than its gain: if a share was rounded down, it was below the gain, which is whole.
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
