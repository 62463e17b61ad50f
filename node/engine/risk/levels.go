package risk

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/positions"
)

// Config configures the levels of one market.
type Config struct {
	MarketID       string
	Asset          string         // of the margins
	PositionFactor domain.Decimal // size units in one whole contract: a power of ten
	Factors        Factors
	Emit           generated.MarginLevelsEmitter
}

// Levels are the margins that a party needs for its position and orders in a market, in whole asset units.
type Levels struct {
	Maintenance, Search, Initial, Release domain.Decimal
}

func (l Levels) equal(o Levels) bool {
	return l.Maintenance.Equal(o.Maintenance) && l.Search.Equal(o.Search) &&
		l.Initial.Equal(o.Initial) && l.Release.Equal(o.Release)
}

// Engine computes the margin levels of one market. It belongs to the goroutine that drives the market.
type Engine struct {
	config    Config
	contract  domain.Decimal    // whole contracts in one size unit
	published map[string]Levels // by party, only for lookups
}

// New returns the engine of a market.
func New(config Config) *Engine {
	return &Engine{config: config, contract: udecimal.One.MustDiv(config.PositionFactor), published: map[string]Levels{}}
}

// Levels returns the levels of a position at a mark price, which is an asset price.
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

// exposure returns a size times the factor of its side; 0 for a size on the other side.
func exposure(size int64, factor domain.Decimal) domain.Decimal {
	if size <= 0 {
		return domain.Decimal{}
	}
	return udecimal.MustFromInt64(size, 0).Mul(factor)
}

// Publish emits the levels of a party, unless they equal the last ones.
func (e *Engine) Publish(party string, l Levels) {
	if l.equal(e.published[party]) {
		return
	}
	e.published[party] = l
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
