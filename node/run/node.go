package run

import (
	"context"
	"fmt"
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/audit"
	"github.com/busgen/busgen/node/digest"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/sim"
	"github.com/busgen/busgen/node/store"
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
	db        *store.DB      // nil without
}

// bus is what the exchange and the positions plug-in emit on.
type bus interface {
	execution.Bus
	generated.PositionUpdatedEmitter
}

// assemble makes the node of a configuration. An error is one of the database. The context ends a run between blocks; the database, which must
// end its block, has one of its own.
func assemble(config Config) (*node, error) {
	plugin := &late{}
	n := &node{
		digest:    digest.New(),
		positions: positions.New(positions.Config{Emit: plugin}),
		traders:   sim.New(config.Traders),
		tally:     newTally(),
	}
	if config.Audit {
		n.auditor = audit.New()
	}
	b, err := n.bus(config)
	if err != nil {
		return nil, err
	}
	plugin.PositionUpdatedEmitter = b
	n.exchange = execution.New(sim.Asset, b)
	return n, nil
}

// bus opens the database, if there is to be one, and makes the bus.
func (n *node) bus(config Config) (bus, error) {
	if config.Database == "" {
		return n.router(), nil
	}
	db, err := store.Open(context.Background(), config.Database, func() string { return n.digest.Sum().String() }, config.facts()...)
	if err != nil {
		return nil, err
	}
	n.db = db
	return n.wired(db), nil
}

// wired is the bus of a node with stores.
func (n *node) wired(db *store.DB) *consumersBus {
	rest := generated.NewRouter()
	if n.auditor != nil {
		attach(rest, n.auditor)
	}
	return newConsumersBus(consumers{
		Digest:    n.digest,
		Positions: n.positions,
		Traders:   n.traders,
		Tally:     n.tally,
		Rest:      rest,
		Accounts:  db.Accounts,
		Volumes:   db.Positions,
		Trades:    db.Trades,
		Orders:    db.Orders,
		Ledger:    db.Ledger,
		Blocks:    db.Blocks,
	})
}

// router is the bus of a node without stores: the same consumers in the same order.
func (n *node) router() *generated.Router {
	router := generated.NewRouter()
	for _, consumer := range []any{n.digest, n.positions, n.traders, n.tally} {
		attach(router, consumer)
	}
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

// block runs the block of a height. An error is one of the database, which then ends with the block before.
func (n *node) block(height uint64) error {
	at := genesis.Add(time.Duration(height) * time.Second)
	n.exchange.Block(events.Block{ChainID: chainID, Height: height, Time: at}, n.traders.Commands(height))
	if n.db != nil {
		return n.db.Err()
	}
	return nil
}

// close closes the database.
func (n *node) close() error {
	if n.db == nil {
		return nil
	}
	return n.db.Close()
}
