package liquidation

import (
	"strconv"
	"time"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/collateral"
	"github.com/busgen/busgen/node/engine/matching"
	"github.com/busgen/busgen/node/engine/positions"
	"github.com/busgen/busgen/node/engine/risk"
	"github.com/busgen/busgen/node/engine/settlement"
)

// Emitter is what the engine emits itself. Orders, ledger entries and volumes are told by the engines that it uses.
type Emitter interface {
	generated.DistressedOrdersEmitter
	generated.DistressedPositionsEmitter
	generated.PositionResolutionEmitter
	generated.SettleDistressedEmitter
	generated.TradeEmitter
}

// Config is one market's engine: the engines that it works on, which are those of the same market.
type Config struct {
	MarketID      string
	PriceFactor   domain.Decimal // a market price times this is an asset price
	DisposalRange domain.Decimal // how far from the mark price the network trades, as a fraction of it

	Accounts   *collateral.Ledger
	Book       *matching.Book
	Positions  *positions.Engine
	Margins    *risk.Margins
	Settlement *settlement.Engine
	// Booked is told of the trades that the network's orders made in the book, to take note of them as of any order's.
	Booked func([]domain.Trade)
	Emit   Emitter
}

// Engine resolves the distressed positions of one market.
type Engine struct {
	config Config
	offset uint64 // trades without orders so far
	orders uint64 // of the network so far
}

// New is an engine that has resolved nothing yet.
func New(config Config) *Engine { return &Engine{config: config} }

// Resolve goes through the steps 1 to 4 of the package's description, at a mark price that positions have just been marked
// to.
func (e *Engine) Resolve(mark uint64, at time.Time) {
	c := &e.config
	price := e.assetPrice(mark)
	distressed := e.short(c.Positions.Active(), price)
	c.Accounts.Post(at)
	if len(distressed) == 0 {
		return
	}
	e.removeOrders(distressed)
	unsafe, safe := e.sort(distressed, price)
	c.Accounts.Post(at)
	c.Emit.EmitDistressedPositions(domain.DistressedPositions{
		Market: e.market(), DistressedIDs: events.ListOf(unsafe...), SafeIDs: events.ListOf(safe...),
	})
	e.closeOut(unsafe, mark, at)
	for _, party := range unsafe {
		e.confiscate(party, price, at)
	}
	c.Positions.Post()
	c.Accounts.Post(at)
	c.Emit.EmitPositionResolution(domain.PositionResolution{
		Market: e.market(), Distressed: uint64(len(distressed)), Closed: uint64(len(unsafe)), MarkPrice: number(mark),
	})
}

// short keeps the margins of all parties, and gives those who are under their maintenance margin after it.
func (e *Engine) short(all []positions.Position, price domain.Decimal) []string {
	var parties []string
	for _, p := range all {
		if p.PartyID != domain.Network && !e.config.Margins.Keep(p, price) {
			parties = append(parties, p.PartyID)
		}
	}
	return parties
}

// removeOrders takes the orders of these parties out of the book.
func (e *Engine) removeOrders(parties []string) {
	var had []string
	for _, party := range parties {
		orders := e.config.Book.Stop(party)
		for _, o := range orders {
			e.config.Positions.Order(party, o.Side, -int64(o.Remaining))
		}
		if len(orders) > 0 {
			had = append(had, party)
		}
	}
	if len(had) > 0 {
		e.config.Emit.EmitDistressedOrders(domain.DistressedOrders{Market: e.market(), PartyIDs: events.ListOf(had...)})
	}
	e.config.Positions.Post()
}

// sort tells those who are still short without their orders from those who are safe now.
func (e *Engine) sort(parties []string, price domain.Decimal) (unsafe, safe []string) {
	for _, party := range parties {
		if e.config.Margins.Keep(e.config.Positions.Position(party), price) {
			safe = append(safe, party)
		} else {
			unsafe = append(unsafe, party)
		}
	}
	return unsafe, safe
}

// confiscate takes what is left in a closed-out party's margin account for the insurance account.
func (e *Engine) confiscate(party string, price domain.Decimal, at time.Time) {
	accounts, market := e.config.Accounts, e.config.MarketID
	margin := accounts.Balance(accounts.Margin(party, market))
	accounts.Move(accounts.Margin(party, market), accounts.Insurance(market), margin, domain.TransferTypeMarginConfiscated)
	e.config.Emit.EmitSettleDistressed(domain.SettleDistressed{
		Settlement: domain.Settlement{Market: e.market(), Party: domain.Party{PartyID: party}, Price: price, At: at},
		Margin:     margin,
	})
}

func (e *Engine) market() domain.Market { return domain.Market{MarketID: e.config.MarketID} }

func (e *Engine) assetPrice(price uint64) domain.Decimal {
	return number(price).Mul(e.config.PriceFactor)
}

// offsetID names a trade that no order made.
func (e *Engine) offsetID() string {
	e.offset++
	return e.config.MarketID + "-c" + strconv.FormatUint(e.offset, 10)
}
