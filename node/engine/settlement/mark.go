package settlement

import (
	"time"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
)

// round is the state of one mark or final settlement.
type round struct {
	*Engine
	at        time.Time
	loss, win domain.TransferType
	losers    []payment
	winners   []payment
	network   *payment // the network's gain, if it has one
	losses    []domain.LossSocialization
}

// payment is an amount that a party pays or receives in a round. It is never negative.
type payment struct {
	row    *row
	amount domain.Decimal
}

// settle marks all positions to a price, and moves gains and losses.
func (e *Engine) settle(price domain.Decimal, at time.Time, loss, win domain.TransferType) {
	r := round{Engine: e, at: at, loss: loss, win: win}
	r.mark(price)
	r.collect()
	r.share(r.cover(r.shortfall()))
	r.pay()
	for _, l := range r.losses {
		e.config.Emit.EmitLossSocialization(l)
	}
	e.config.Accounts.Post(at)
}

// mark emits each position, and collects who pays and who receives.
func (r *round) mark(price domain.Decimal) {
	move := price.Sub(r.last)
	r.last = price
	for _, row := range r.rows {
		if row.volume == 0 && len(row.trades) == 0 {
			continue
		}
		due := r.due(row, price, move)
		r.config.Emit.EmitSettlePosition(domain.SettlePosition{
			Settlement:     domain.Settlement{Market: r.market(), Party: domain.Party{PartyID: row.party}, Price: price, At: r.at},
			PositionFactor: r.config.PositionFactor,
			Trades:         events.ListOf(row.trades...),
		})
		row.trades = row.trades[:0]
		switch {
		case due.IsNeg():
			r.losers = append(r.losers, payment{row, due.Neg()})
		case due.IsPos() && row.party == domain.Network:
			r.network = &payment{row, due}
		case due.IsPos():
			r.winners = append(r.winners, payment{row, due})
		}
	}
}

// due adds a row's trades to its volume, and returns what it has gained in whole units. The remainder is carried to the next mark.
func (r *round) due(row *row, price, move domain.Decimal) domain.Decimal {
	n := row.carry.Add(number(row.volume).Mul(move)).Add(gain(row.trades, price))
	for _, t := range row.trades {
		row.volume += t.Size
	}
	due := n.Mul(r.contract).Floor()
	carry := n.Sub(due.Mul(r.config.PositionFactor))
	r.carried = r.carried.Add(carry).Sub(row.carry)
	row.carry = carry
	return due
}

// collect charges the losers, as far as they have money.
func (r *round) collect() {
	for _, l := range r.losers {
		paid := r.charge(l)
		l.row.moved = l.row.moved.Sub(paid)
		if missing := l.amount.Sub(paid); missing.IsPos() {
			r.lose(l.row, missing)
		}
	}
}

// charge moves what one loser owes to the settlement account, as far as it has money, and returns the amount.
func (r *round) charge(l payment) domain.Decimal {
	accounts, market := r.config.Accounts, r.config.MarketID
	margin, settlement := accounts.Margin(l.row.party, market), accounts.Settlement(market)
	if l.row.party == domain.Network {
		accounts.MoveUpTo(accounts.Insurance(market), margin, l.amount, domain.TransferTypeMarginLow)
		return accounts.MoveUpTo(margin, settlement, l.amount, r.loss)
	}
	paid := accounts.MoveUpTo(margin, settlement, l.amount, r.loss)
	return paid.Add(accounts.MoveUpTo(accounts.General(l.row.party), settlement, l.amount.Sub(paid), r.loss))
}

// pay pays the winners.
func (r *round) pay() {
	accounts, market := r.config.Accounts, r.config.MarketID
	settlement := accounts.Settlement(market)
	for _, w := range r.winners {
		accounts.Move(settlement, accounts.Margin(w.row.party, market), w.amount, r.win)
		w.row.moved = w.row.moved.Add(w.amount)
	}
	if w := r.network; w != nil {
		margin := accounts.Margin(domain.Network, market)
		accounts.Move(settlement, margin, w.amount, r.win)
		accounts.Move(margin, accounts.Insurance(market), w.amount, domain.TransferTypeMarginHigh)
		w.row.moved = w.row.moved.Add(w.amount)
	}
}

// lose adds a LossSocialization: above zero a loss that the party did not bear, below zero a gain that it did not receive.
func (r *round) lose(row *row, amount domain.Decimal) {
	r.losses = append(r.losses, domain.LossSocialization{
		Market: r.market(), Party: domain.Party{PartyID: row.party}, Amount: amount, Type: domain.LossTypeSettlement, At: r.at,
	})
}
