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
	found     uint64         // blocks that the database had before the run
}

// bus is what the exchange and the positions plug-in emit on.
type bus interface {
	execution.Bus
	generated.PositionUpdatedEmitter
}

// assemble creates the node of a configuration. Errors are those of the database.
func assemble(config Config) (*node, error) {
	n := &node{
		digest:    digest.New(),
		positions: positions.New(positions.Config{}),
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
	n.positions.Emit = b // a bus is made from its consumers, so that it comes after them
	n.exchange = execution.New(sim.Asset, b)
	return n, nil
}

// bus opens the database, if there is one, and creates the bus. The database has a context of its own: that of the run ends it between
// blocks, and the database has to finish its block.
func (n *node) bus(config Config) (bus, error) {
	if config.Database == "" {
		return n.router(), nil
	}
	db, err := store.Open(context.Background(), config.Database, func() string { return n.digest.Sum().String() }, config.facts()...)
	if err != nil {
		return nil, err
	}
	n.db, n.found = db, db.Height()
	return n.wired(db), nil
}

// wired returns the bus of a node with stores.
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

// router returns the bus of a node without stores: the same consumers in the same order.
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

// attach attaches a consumer of the node.
func attach(router *generated.Router, consumer any) {
	if _, err := router.Attach(consumer); err != nil {
		panic(fmt.Sprintf("run: %T cannot be attached: %v", consumer, err))
	}
}

// block runs the block of a height. Errors are those of the database, which then ends with the block before.
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
