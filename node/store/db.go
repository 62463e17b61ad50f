package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// DB is a file that is open for writing. Its stores are consumers; attach them in this order, Blocks last.
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
	height uint64  // of the last block in the file
	tx     *sql.Tx // of the current block, once there is something to write
	err    error
}

// Height returns the height of the last block in the file; 0 if there is none.
func (db *DB) Height() uint64 { return db.height }

// Path returns the name of the file.
func (db *DB) Path() string { return db.path }

// Err returns the first error, or nil. After an error nothing is written: the file ends with the block before.
func (db *DB) Err() error { return db.err }

// Close closes the file without the current block. It returns the first error, if there was one.
func (db *DB) Close() error {
	db.rollBack()
	return errors.Join(db.err, explain(db.path, db.pool.Close()))
}

// fail keeps the first error and rolls the current block back.
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

// leave drops a transaction that has ended.
func (db *DB) leave() {
	db.tx = nil
	for _, t := range db.tables {
		t.bound = [len(sizes)]*sql.Stmt{}
	}
}

// skips reports whether events of a block are not written: the file has the block, or there was an error.
func (db *DB) skips(height uint64) bool { return height <= db.height || db.err != nil }

// begin opens the block's transaction unless it is open.
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
	err := db.tx.Commit()
	db.leave()
	if err != nil {
		db.fail(err)
		return
	}
	db.height = height
}

// compare fails if the digest of a block differs from the one in the file.
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
