package settlement

import (
	"slices"
	"strings"
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/collateral"
)

// Emitter has the emitters that the engine itself uses. The ledger emits the movements of money.
type Emitter interface {
	generated.SettlePositionEmitter
	generated.LossSocializationEmitter
	generated.MarketSettledEmitter
}

// Config configures the settlement of one market.
type Config struct {
	MarketID       string
	PositionFactor domain.Decimal // size units in one whole contract: a power of ten, down to 1e-9
	Accounts       *collateral.Ledger
	Emit           Emitter
}

// Engine settles one market. It belongs to the goroutine that drives the market.
type Engine struct {
	config   Config
	contract domain.Decimal // whole contracts in one size unit
	last     domain.Decimal // the last mark price
	byParty  map[string]*row
	rows     []*row         // by party
	carried  domain.Decimal // the sum of the remainders of all rows
}

// row is the part of one party in the market.
type row struct {
	party  string
	volume int64 // at the last mark, with the take-overs since then
	trades []domain.SettlementTrade
	carry  domain.Decimal // remainder of the division by the position factor
	moved  domain.Decimal // what the party has received, less what it has paid
}

// New returns the engine of a market without trades.
func New(config Config) *Engine {
	return &Engine{config: config, contract: udecimal.One.MustDiv(config.PositionFactor), byParty: map[string]*row{}}
}

// Trade records both sides of a trade for the next mark.
func (e *Engine) Trade(t domain.Trade) {
	e.book(t.Buyer.PartyID, domain.SettlementTrade{Size: int64(t.Size), Price: t.AssetPrice, MarketPrice: t.Price})
	e.book(t.Seller.PartyID, domain.SettlementTrade{Size: -int64(t.Size), Price: t.AssetPrice, MarketPrice: t.Price})
}

func (e *Engine) book(party string, t domain.SettlementTrade) {
	r := e.row(party)
	r.trades = append(r.trades, t)
}

// TakeOver moves volume, signed, from one party to another at the last mark price. That is worth nothing to either, so no money
// moves. The caller emits the trade.
func (e *Engine) TakeOver(from, to string, volume int64) {
	e.row(from).volume -= volume
	e.row(to).volume += volume
}

// Volume returns the volume of a party, signed, at the last mark, with the take-overs since then.
func (e *Engine) Volume(party string) int64 { return e.row(party).volume }

// Moved returns what a party has received from settlement, less what it has paid, in asset units.
func (e *Engine) Moved(party string) domain.Decimal { return e.row(party).moved }

// Unbooked returns what a party's trades since the last mark have gained at an asset price, in asset units, not rounded. A loss is
// negative.
func (e *Engine) Unbooked(party string, price domain.Decimal) domain.Decimal {
	return gain(e.row(party).trades, price).Mul(e.contract)
}

// Mark marks all positions to an asset price, and moves the money.
func (e *Engine) Mark(price domain.Decimal, at time.Time) {
	e.settle(price, at, domain.TransferTypeMTMLoss, domain.TransferTypeMTMWin)
}

// Settle pays out all positions at the final price, which is an asset price, and closes them. Then it empties the market's accounts:
// the settlement account into the insurance account, margin accounts into the general accounts of their parties, and the insurance
// account into the global one.
func (e *Engine) Settle(price domain.Decimal, at time.Time) {
	e.settle(price, at, domain.TransferTypeLoss, domain.TransferTypeWin)
	for _, r := range e.rows {
		r.volume, r.carry = 0, domain.Decimal{}
	}
	e.carried = domain.Decimal{}
	e.config.Emit.EmitMarketSettled(domain.MarketSettled{
		Market: e.market(), Price: price, PositionFactor: e.config.PositionFactor, At: at,
	})
	e.clear(at)
}

// clear empties the market's accounts, except those of the fees.
func (e *Engine) clear(at time.Time) {
	accounts, market := e.config.Accounts, e.config.MarketID
	empty := func(from, to domain.AccountID) {
		accounts.Move(from, to, accounts.Balance(from), domain.TransferTypeClearAccount)
	}
	empty(accounts.Settlement(market), accounts.Insurance(market))
	for _, party := range accounts.MarginHolders(market) {
		empty(accounts.Margin(party, market), accounts.General(party))
	}
	empty(accounts.Insurance(market), accounts.GlobalInsurance())
	accounts.Post(at)
}

func (e *Engine) market() domain.Market { return domain.Market{MarketID: e.config.MarketID} }

func (e *Engine) row(party string) *row {
	r := e.byParty[party]
	if r == nil {
		r = &row{party: party}
		e.byParty[party] = r
		at, _ := slices.BinarySearchFunc(e.rows, party, func(r *row, party string) int { return strings.Compare(r.party, party) })
		e.rows = slices.Insert(e.rows, at, r)
	}
	return r
}

// gain returns what trades have gained at a price: the sum of sizes times price differences, not yet divided by the position factor.
func gain(trades []domain.SettlementTrade, price domain.Decimal) domain.Decimal {
	var sum domain.Decimal
	for _, t := range trades {
		sum = sum.Add(number(t.Size).Mul(price.Sub(t.Price)))
	}
	return sum
}

func number(n int64) domain.Decimal { return udecimal.MustFromInt64(n, 0) }
