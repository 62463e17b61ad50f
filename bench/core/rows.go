package core

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

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

// record lets the stores write the traffic into a new file, and returns the rows that they wrote, in the order in which they wrote
// those of each table. Triggers copy each row.
func record(t *Traffic, path string, more ...any) (rows, error) {
	if err := create(path); err != nil {
		return nil, err
	}
	file, err := opened(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	for _, t := range tables {
		if err := watch(file, t.name); err != nil {
			return nil, err
		}
	}
	if err := t.intoFile(path, more...); err != nil {
		return nil, err
	}
	r := make(rows, len(t.blocks))
	for i := range tables {
		if err := r.read(file, i); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// create creates a file without blocks.
func create(path string) error {
	db, err := store.Open(context.Background(), path, nil)
	if err != nil {
		return err
	}
	return db.Close()
}

// watch adds triggers that copy each row of a table when it is written.
func watch(file *sql.DB, table string) error {
	var columns string
	const list = "SELECT group_concat('new.' || name, ', ') FROM (SELECT name FROM pragma_table_info(?) ORDER BY cid)"
	if err := file.QueryRow(list, table).Scan(&columns); err != nil {
		return err
	}
	text := fmt.Sprintf("CREATE TABLE copy_%[1]s AS SELECT * FROM %[1]s;", table)
	for _, event := range []string{"INSERT", "UPDATE"} {
		text += fmt.Sprintf("CREATE TRIGGER %[2]s_%[1]s AFTER %[2]s ON %[1]s BEGIN INSERT INTO copy_%[1]s VALUES (%[3]s); END;", table, event, columns)
	}
	_, err := file.Exec(text)
	return err
}

// read adds the copied rows of a table to their blocks.
func (r rows) read(file *sql.DB, table int) error {
	found, err := file.Query("SELECT * FROM copy_" + tables[table].name + " ORDER BY rowid")
	if err != nil {
		return err
	}
	defer found.Close()
	columns, err := found.Columns()
	if err != nil {
		return err
	}
	height := slices.Index(columns, "height")
	for found.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for c := range values {
			into[c] = &values[c]
		}
		if err := found.Scan(into...); err != nil {
			return err
		}
		block := &r[values[height].(int64)-1]
		*block = append(*block, row{table, values})
	}
	return found.Err()
}

// insert writes the rows into a new file in a plain loop: one prepared statement for each table, one row at a time, one
// transaction for each block.
func (r rows) insert(path string) error {
	if err := create(path); err != nil {
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
	text := "INSERT OR FAIL INTO " + t.name + " VALUES (?" + strings.Repeat(", ?", columns-1) + ")"
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
