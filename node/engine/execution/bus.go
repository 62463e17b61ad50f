package execution

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/collateral"
	"github.com/busgen/busgen/node/engine/liquidation"
	"github.com/busgen/busgen/node/engine/matching"
	"github.com/busgen/busgen/node/engine/settlement"
)

// Bus is what an exchange emits on: a router, a wired bus, or anything else with blocks and these emitters.
type Bus interface {
	BeginBlock(events.Block)
	BeginTx(id string)
	EndTx()
	EndBlock()

	collateral.Emitter
	matching.Emitter
	settlement.Emitter
	liquidation.Emitter
	generated.MarginLevelsEmitter
	generated.MarketCreatedEmitter
	generated.MarketDataEmitter
	generated.MarketUpdatedEmitter
	generated.PositionStateEmitter
	generated.TxFailedEmitter
}
