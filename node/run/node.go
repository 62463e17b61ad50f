package run

import (
	"fmt"
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/audit"
	"github.com/busgen/busgen/node/digest"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/sim"
	"github.com/busgen/busgen/plugins/positions"
)

const chainID = "simulation"

// genesis is the time before the first block.
var genesis = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// node is an exchange and all its consumers.
type node struct {
	exchange  *execution.Exchange
	digest    *digest.Digest
	positions *positions.Positions
	traders   *sim.Traders
	tally     *tally
	auditor   *audit.Auditor // nil without
}

// bus is what the exchange and the positions plug-in emit on.
type bus interface {
	execution.Bus
	generated.PositionUpdatedEmitter
}

// assemble makes the node of a configuration.
func assemble(config Config) *node {
	plugin := &late{}
	n := &node{
		digest:    digest.New(),
		positions: positions.New(positions.Config{Emit: plugin}),
		traders:   sim.New(config.Traders),
		tally:     newTally(),
	}
	optional := generated.NewRouter()
	if config.Audit {
		n.auditor = audit.New()
		attach(optional, n.auditor)
	}
	b := n.router()
	plugin.PositionUpdatedEmitter = b
	n.exchange = execution.New(sim.Asset, b)
	return n
}

// router is the bus of a node without stores.
func (n *node) router() *generated.Router {
	router := generated.NewRouter()
	attach(router, n.digest)
	attach(router, n.positions)
	attach(router, n.traders)
	attach(router, n.tally)
	if n.auditor != nil {
		attach(router, n.auditor)
	}
	return router
}

// attach attaches one of the node's own consumers.
func attach(router *generated.Router, consumer any) {
	if _, err := router.Attach(consumer); err != nil {
		panic(fmt.Sprintf("run: %T cannot be attached: %v", consumer, err))
	}
}

// block runs the block of a height.
func (n *node) block(height uint64) {
	at := genesis.Add(time.Duration(height) * time.Second)
	n.exchange.Block(events.Block{ChainID: chainID, Height: height, Time: at}, n.traders.Commands(height))
}
