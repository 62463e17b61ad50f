package risk

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/positions"
)

// Config is one market's: what its levels depend on, and who is told of them.
type Config struct {
	MarketID       string
	Asset          string         // what margins are held in
	PositionFactor domain.Decimal // size units in one whole contract: a power of ten
	Factors        Factors
	Emit           generated.MarginLevelsEmitter
}

// Levels are what a party needs to hold for its position and orders in a market, in whole asset units.
type Levels struct {
	Maintenance, Search, Initial, Release domain.Decimal
}

func (l Levels) equal(o Levels) bool {
	return l.Maintenance.Equal(o.Maintenance) && l.Search.Equal(o.Search) &&
		l.Initial.Equal(o.Initial) && l.Release.Equal(o.Release)
}

// Engine works out the margin levels of one market. It belongs to the goroutine that drives the market.
type Engine struct {
	config   Config
	contract domain.Decimal    // whole contracts in one size unit
	told     map[string]Levels // by party, for looking up only
}

// New is the engine of a market.
func New(config Config) *Engine {
	return &Engine{config: config, contract: udecimal.One.MustDiv(config.PositionFactor), told: map[string]Levels{}}
}

// Levels is what a position needs at a mark price, an asset price.
func (e *Engine) Levels(p positions.Position, mark domain.Decimal) Levels {
	f := e.config.Factors
	long, short := exposure(p.Open+p.Buys, f.Long), exposure(p.Sells-p.Open, f.Short)
	exact := udecimal.Max(long, short).Mul(mark).Mul(e.contract)
	maintenance := exact.Ceil()
	return Levels{
		Maintenance: maintenance,
		Search:      maintenance.Mul(f.Search).Ceil(),
		Initial:     maintenance.Mul(f.Initial).Ceil(),
		Release:     maintenance.Mul(f.Release).Ceil(),
	}
}

// exposure is a size on its side times the side's factor; a size on the other side is none.
func exposure(size int64, factor domain.Decimal) domain.Decimal {
	if size <= 0 {
		return domain.Decimal{}
	}
	return udecimal.MustFromInt64(size, 0).Mul(factor)
}

// Publish tells of a party's levels, unless they are as last told.
func (e *Engine) Publish(party string, l Levels) {
	if l.equal(e.told[party]) {
		return
	}
	e.told[party] = l
	e.config.Emit.EmitMarginLevels(domain.MarginLevels{
		Market:      domain.Market{MarketID: e.config.MarketID},
		Party:       domain.Party{PartyID: party},
		Asset:       e.config.Asset,
		Maintenance: l.Maintenance,
		Search:      l.Search,
		Initial:     l.Initial,
		Release:     l.Release,
	})
}
