package run

import (
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/digest"
	"github.com/busgen/busgen/node/sim"
	"github.com/busgen/busgen/node/store"
	"github.com/busgen/busgen/plugins/positions"
)

//go:generate go tool busgen

// consumers are the consumers of a node with stores, in the order of delivery: the digest before the stores, which write it, and of the
// stores Blocks last, which commits.
//
//busgen:wire
type consumers struct {
	Digest    *digest.Digest
	Positions *positions.Positions
	Traders   *sim.Traders
	Tally     *tally
	Rest      *generated.Router // the auditor, if there is one
	Accounts  *store.Accounts
	Volumes   *store.Positions // as the plug-in emits them
	Trades    *store.Trades
	Orders    *store.Orders
	Ledger    *store.Ledger
	Blocks    *store.Blocks
}
