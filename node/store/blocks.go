package store

import (
	"math"
	"strconv"
	"time"

	"github.com/busgen/busgen/events"
)

// Blocks stores the blocks. It commits each together with the rows that the other stores wrote for it.
type Blocks struct{ *table }

var blocksTable = definition{name: "blocks", columns: []string{"height", "time", "trades", "entries", "digest"}}

// stores creates the stores of a file.
func (db *DB) stores() {
	table := func(d definition) *table {
		t := &table{db: db, definition: d}
		db.tables = append(db.tables, t)
		return t
	}
	db.Accounts = &Accounts{table: table(accountsTable)}
	db.Positions = &Positions{table: table(positionsTable)}
	db.Trades = &Trades{table: table(tradesTable)}
	db.Orders = &Orders{table: table(ordersTable)}
	db.Ledger = &Ledger{table: table(ledgerTable)}
	db.Blocks = &Blocks{table: table(blocksTable)}
}

// OnEndBlock commits the block, or compares it with the same block in the file.
func (s *Blocks) OnEndBlock(e events.EndBlock) {
	db, height := s.db, e.BlockHeight()
	if db.err != nil {
		return
	}
	if db.skips(height) {
		db.compare(height, db.digest())
		return
	}
	s.add(int64(height), nanos(e.BlockTime()), int64(db.Trades.taken()), int64(db.Ledger.taken()), db.digest())
	s.write()
	db.commit(height)
}

// taken returns the number of rows that the block has added, and resets it.
func (t *table) taken() int {
	n := t.added
	t.added = 0
	return n
}

// nanos returns a time as the file stores it.
func nanos(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

// size returns a size as the file stores it: an integer, or its digits if it needs more than 63 bits.
func size(n uint64) any {
	if n > math.MaxInt64 {
		return strconv.FormatUint(n, 10)
	}
	return int64(n)
}
