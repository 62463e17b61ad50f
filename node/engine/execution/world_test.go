package execution_test

import (
	"fmt"
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/audit"
	"github.com/busgen/busgen/node/digest"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/engine/risk"
	"github.com/busgen/busgen/plugins/positions"
)

var _ execution.Bus = (*generated.Router)(nil)

var start = time.Unix(1_800_000_000, 0).UTC()

// world is an exchange with an auditor, and what its events show.
type world struct {
	*execution.Exchange
	bus       *generated.Router
	audit     *audit.Auditor
	digest    *digest.Digest
	positions *positions.Positions
	balances  map[domain.AccountID]string
	said      []string // the events that listen asks for, in order
	height    uint64
	txs       int
}

func newWorld() *world {
	w := &world{
		bus: generated.NewRouter(), audit: audit.New(), digest: digest.New(), positions: positions.New(positions.Config{}),
		balances: map[domain.AccountID]string{},
	}
	w.attach(w.audit)
	w.attach(w.digest)
	w.attach(w.positions)
	w.attach(generated.AccountFunc(func(e generated.AccountEvent) {
		a := e.Account()
		w.balances[a.ID().AsStruct()] = a.Balance().String()
	}))
	w.Exchange = execution.New("USD", w.bus)
	return w
}

func (w *world) attach(consumer any) {
	if _, err := w.bus.Attach(consumer); err != nil {
		panic(err)
	}
}

// block runs commands in a block of their own.
func (w *world) block(commands ...execution.Command) {
	w.begin()
	for _, c := range commands {
		w.apply(c)
	}
	w.EndBlock()
}

func (w *world) begin() {
	w.height++
	w.BeginBlock(events.Block{ChainID: "test", Height: w.height, Time: start.Add(time.Duration(w.height) * time.Second)})
}

func (w *world) apply(c execution.Command) {
	w.txs++
	w.Apply(execution.Tx{ID: fmt.Sprint("tx-", w.txs), Command: c})
}

// general returns the balance of a party's general account in USD; empty if it was never emitted.
func (w *world) general(party string) string {
	return w.balances[domain.AccountID{Owner: party, Asset: "USD", Type: domain.AccountTypeGeneral}]
}

// margin returns the balance of a party's margin account in market M.
func (w *world) margin(party string) string {
	return w.balances[domain.AccountID{Owner: party, MarketID: "M", Asset: "USD", Type: domain.AccountTypeMargin}]
}

// insurance returns the balance of the insurance account of market M.
func (w *world) insurance() string {
	return w.balances[domain.AccountID{MarketID: "M", Asset: "USD", Type: domain.AccountTypeInsurance}]
}

// listen writes down the events of the cascade, a line for each.
func (w *world) listen() {
	say := func(format string, arguments ...any) { w.said = append(w.said, fmt.Sprintf(format, arguments...)) }
	w.attach(generated.SettlePositionFunc(func(e generated.SettlePositionEvent) {
		s := e.SettlePosition()
		say("mark %s at %s, %d trades", s.PartyID(), s.Price(), s.Trades().Len())
	}))
	w.attach(generated.TradeFunc(func(e generated.TradeEvent) {
		t := e.Trade()
		say("%s buys %d of %s at %s, %s", t.Buyer().PartyID(), t.Size(), t.Seller().PartyID(), t.Price(), t.Type())
	}))
	w.attach(generated.LossSocializationFunc(func(e generated.LossSocializationEvent) {
		say("loss of %s: %s", e.LossSocialization().PartyID(), e.LossSocialization().Amount())
	}))
	w.attach(generated.DistressedOrdersFunc(func(e generated.DistressedOrdersEvent) {
		say("orders closed: %v", e.DistressedOrders().PartyIDs())
	}))
	w.attach(generated.DistressedPositionsFunc(func(e generated.DistressedPositionsEvent) {
		d := e.DistressedPositions()
		say("distressed: %v, safe: %v", d.DistressedIDs(), d.SafeIDs())
	}))
	w.attach(generated.SettleDistressedFunc(func(e generated.SettleDistressedEvent) {
		say("closed out %s, confiscated %s", e.SettleDistressed().PartyID(), e.SettleDistressed().Margin())
	}))
	w.attach(generated.PositionResolutionFunc(func(e generated.PositionResolutionEvent) {
		r := e.PositionResolution()
		say("resolved %d of %d at %s", r.Closed(), r.Distressed(), r.MarkPrice())
	}))
	w.attach(generated.WorkflowErrorFunc(func(e generated.WorkflowErrorEvent) { say("%s: %s", e.Kind(), e.Failure()) }))
}

func (w *world) output() []string {
	said := w.said
	w.said = nil
	return said
}

func dec(s string) domain.Decimal { return udecimal.MustParse(s) }

// plain returns market M with factors of one and no fees. Maintenance is a tenth of a position's value, the other levels are 1.1, 1.2 and
// 1.4 times as much.
func plain(mark uint64) execution.CreateMarket {
	return execution.CreateMarket{Market: execution.Market{
		ID: "M", MarkPrice: mark, DisposalRange: dec("0.5"),
		Factors: risk.Factors{Long: dec("0.1"), Short: dec("0.1"), Search: dec("1.1"), Initial: dec("1.2"), Release: dec("1.4")},
	}}
}

func deposit(party string, amount int64) execution.Deposit {
	return execution.Deposit{PartyID: party, Amount: udecimal.MustFromInt64(amount, 0)}
}

func limit(party string, side domain.Side, size, price uint64) execution.SubmitOrder {
	return execution.SubmitOrder{
		MarketID: "M", PartyID: party, Side: side, Type: domain.OrderTypeLimit, TimeInForce: domain.TimeInForceGTC, Price: price, Size: size,
	}
}

func buy(party string, size, price uint64) execution.SubmitOrder {
	return limit(party, domain.SideBuy, size, price)
}

func sell(party string, size, price uint64) execution.SubmitOrder {
	return limit(party, domain.SideSell, size, price)
}

func mark(price uint64) execution.SetMarkPrice {
	return execution.SetMarkPrice{MarketID: "M", Price: price}
}
