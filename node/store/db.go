package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// DB is a file that is written to. Its stores are consumers, to be attached in this order, Blocks last.
type DB struct {
	Accounts  *Accounts
	Positions *Positions
	Trades    *Trades
	Orders    *Orders
	Ledger    *Ledger
	Blocks    *Blocks

	ctx    context.Context // a consumer has no parameter for it
	path   string
	pool   *sql.DB
	digest func() string
	tables []*table
	height uint64  // the last block that the file has
	tx     *sql.Tx // of the block in hand, once there is something to write
	err    error
	rows   *Rows // instead of a file, if they are only recorded
}

// Height is the last block that the file has; 0 if none.
func (db *DB) Height() uint64 { return db.height }

// Path is the file's name.
func (db *DB) Path() string { return db.path }

// Err is the first error, or nil. With one, nothing is written any more: the file ends with the block before.
func (db *DB) Err() error { return db.err }

// Close ends the use of the file, without the block in hand. It gives the first error, if there was one.
func (db *DB) Close() error {
	db.rollBack()
	return errors.Join(db.err, explain(db.path, db.pool.Close()))
}

// fail keeps the first error and undoes the block in hand.
func (db *DB) fail(err error) {
	if db.err == nil && err != nil {
		db.err = explain(db.path, err)
	}
	db.rollBack()
}

func (db *DB) rollBack() {
	if db.tx != nil {
		_ = db.tx.Rollback() // the database does it anyway when the connection ends
		db.leave()
	}
}

// leave forgets a transaction that is over.
func (db *DB) leave() {
	db.tx = nil
	for _, t := range db.tables {
		t.bound = [len(sizes)]*sql.Stmt{}
	}
}

// skips says whether events of a block are not to be written: the file has it, or there was an error.
func (db *DB) skips(height uint64) bool { return height <= db.height || db.err != nil }

// begin opens the block's transaction, if it is not open.
func (db *DB) begin() error {
	if db.tx != nil {
		return nil
	}
	tx, err := db.pool.BeginTx(db.ctx, nil)
	db.tx = tx
	return err
}

// commit ends a block.
func (db *DB) commit(height uint64) {
	if db.err != nil {
		return
	}
	if db.rows != nil {
		db.rows.end()
		return
	}
	err := db.tx.Commit()
	db.leave()
	if err != nil {
		db.fail(err)
		return
	}
	db.height = height
}

// compare looks at a block that the file has: its digest must be the one that it has now.
func (db *DB) compare(height uint64, digest string) {
	var stored string
	err := db.row("SELECT coalesce((SELECT digest FROM blocks WHERE height = ?), '')", &stored, int64(height))
	switch {
	case err != nil:
		db.fail(err)
	case stored != digest:
		db.fail(fmt.Errorf("%w (block %d is the first that differs)", ErrHistory, height))
	}
}
