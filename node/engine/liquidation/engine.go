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

// Emitter has the emitters that the engine itself uses. The engines that it calls emit orders, ledger entries and volumes.
type Emitter interface {
	generated.DistressedOrdersEmitter
	generated.DistressedPositionsEmitter
	generated.PositionResolutionEmitter
	generated.SettleDistressedEmitter
	generated.TradeEmitter
}

// Config configures the engine of one market, with the other engines of the same market.
type Config struct {
	MarketID      string
	PriceFactor   domain.Decimal // a market price times this is an asset price
	DisposalRange domain.Decimal // how far from the mark price the network trades at most, as a fraction of it

	Accounts   *collateral.Ledger
	Book       *matching.Book
	Positions  *positions.Engine
	Margins    *risk.Margins
	Settlement *settlement.Engine
	// Booked is called with the trades that an order of the network made in the book, to count them like those of any order.
	Booked func([]domain.Trade)
	Emit   Emitter
}

// Engine resolves the distressed positions of one market.
type Engine struct {
	config Config
	offset uint64 // number of trades without orders
	orders uint64 // number of the network's orders that traded
}

// New returns an engine of a market without close-outs.
func New(config Config) *Engine { return &Engine{config: config} }

// Resolve takes steps 1 to 4 of the package's description, at a market price that positions have just been marked to.
func (e *Engine) Resolve(mark uint64, at time.Time) {
	c := &e.config
	price := e.assetPrice(mark)
	distressed := e.belowMaintenance(c.Positions.Active(), price)
	c.Accounts.Post(at)
	if len(distressed) == 0 {
		return
	}
	e.removeOrders(distressed)
	unsafe, safe := e.separate(distressed, price)
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

// belowMaintenance keeps the margins of these positions, and returns the parties that are still below their maintenance margin.
func (e *Engine) belowMaintenance(all []positions.Position, price domain.Decimal) []string {
	var parties []string
	for _, p := range all {
		if p.PartyID != domain.Network && !e.config.Margins.Keep(p, price) {
			parties = append(parties, p.PartyID)
		}
	}
	return parties
}

// removeOrders removes the orders of these parties from the book.
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

// separate returns the parties that are still below their maintenance margin without orders, and those that are safe now.
func (e *Engine) separate(parties []string, price domain.Decimal) (unsafe, safe []string) {
	for _, party := range parties {
		if e.config.Margins.Keep(e.config.Positions.Position(party), price) {
			safe = append(safe, party)
		} else {
			unsafe = append(unsafe, party)
		}
	}
	return unsafe, safe
}

// confiscate moves what is left in the margin account of a closed-out party to the insurance account.
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

// offsetID returns the next ID of a trade without orders.
func (e *Engine) offsetID() string {
	e.offset++
	return e.config.MarketID + "-c" + strconv.FormatUint(e.offset, 10)
}
