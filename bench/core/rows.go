package core

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/node/store"
)

// tables are the tables of a file. A row that exists already gets new values in the columns of update.
var tables = []struct{ name, key, update string }{
	{"accounts", "owner, market, asset, type", "balance, height"},
	{
		"positions", "market, party",
		"open_volume, average_entry_price, realised, unrealised, loss, adjustment, fees_paid, status, updated, height",
	},
	{"trades", "", ""},
	{"orders", "id", "status, reason, price, size, remaining, version, height"},
	{"ledger_entries", "", ""},
	{"blocks", "", ""},
}

// row is one row of a table, by its index.
type row struct {
	table  int
	values []any
}

// rows holds the rows that the stores wrote for each block.
type rows [][]row

// len returns the number of rows.
func (r rows) len() (n int) {
	for _, block := range r {
		n += len(block)
	}
	return n
}

// opened opens a file with the settings of the stores.
func opened(path string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_txlock=immediate")
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

// recorder is a consumer that keeps the events of a run, and reads the rows of each block from the file of the stores.
type recorder struct {
	events []events.Event
	rows   rows
	file   *sql.DB
	err    error
}

// record runs traffic with stores that write into a file.
func (r *recorder) record(t *Traffic, path string) (err error) {
	if r.file, err = opened(path); err != nil {
		return err
	}
	defer r.file.Close()
	return errors.Join(t.intoFile(path, r), r.err)
}

// OnEvent keeps an event.
func (r *recorder) OnEvent(e events.Event) { r.events = append(r.events, events.Keep(e)) }

// OnEndBlock reads the rows of the block, which the stores have just committed.
func (r *recorder) OnEndBlock(e events.EndBlock) {
	var block []row
	for i := range tables {
		if r.err == nil {
			block, r.err = appendRows(block, r.file, i, e.BlockHeight())
		}
	}
	r.rows = append(r.rows, block)
}

// appendRows appends the rows of a table that were written at a height.
func appendRows(block []row, file *sql.DB, table int, height uint64) ([]row, error) {
	found, err := file.Query("SELECT * FROM "+tables[table].name+" WHERE height = ?", int64(height))
	if err != nil {
		return nil, err
	}
	defer found.Close()
	columns, err := found.Columns()
	if err != nil {
		return nil, err
	}
	for found.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for c := range values {
			into[c] = &values[c]
		}
		if err := found.Scan(into...); err != nil {
			return nil, err
		}
		block = append(block, row{table, values})
	}
	return block, found.Err()
}

// insert writes the rows into a new file in a plain loop: one prepared statement for each table, one row at a time, one
// transaction for each block.
func (r rows) insert(path string) error {
	created, err := store.Open(context.Background(), path, nil)
	if err != nil {
		return err
	}
	if err := created.Close(); err != nil {
		return err
	}
	db, err := opened(path)
	if err != nil {
		return err
	}
	defer db.Close()
	var statements []*sql.Stmt
	for i := range tables {
		s, err := prepare(db, i)
		if err != nil {
			return err
		}
		statements = append(statements, s)
	}
	for _, block := range r {
		if err := insertBlock(db, statements, block); err != nil {
			return err
		}
	}
	return db.Close()
}

func insertBlock(db *sql.DB, statements []*sql.Stmt, block []row) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	var bound []*sql.Stmt
	for _, s := range statements {
		bound = append(bound, tx.Stmt(s))
	}
	for _, r := range block {
		if _, err := bound[r.table].Exec(r.values...); err != nil {
			_ = tx.Rollback()
			return err
		}
	}
	return tx.Commit()
}

// prepare prepares the statement that writes one row of a table.
func prepare(db *sql.DB, table int) (*sql.Stmt, error) {
	t := tables[table]
	var columns int
	if err := db.QueryRow("SELECT count(*) FROM pragma_table_info(?)", t.name).Scan(&columns); err != nil {
		return nil, err
	}
	text := "INSERT INTO " + t.name + " VALUES (?" + strings.Repeat(", ?", columns-1) + ")"
	if t.key != "" {
		text += " ON CONFLICT (" + t.key + ") DO UPDATE SET "
		for i, column := range strings.Split(t.update, ", ") {
			if i > 0 {
				text += ", "
			}
			text += column + " = excluded." + column
		}
	}
	return db.Prepare(text)
}
