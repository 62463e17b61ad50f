package store

import (
	"database/sql"
	"strings"
)

// sizes are the numbers of rows that the statements of a table write at once. Larger statements are used first, smaller ones for the rest.
var sizes = [...]int{32, 8, 1}

// definition describes how rows are written to a table.
type definition struct {
	name    string
	columns []string
	// update lists the columns that a new row replaces in an existing one; none if rows are only added.
	update []string
	key    string // the columns that identify an existing row
}

// table collects rows of one table and writes many of them at once.
type table struct {
	db         *DB
	definition definition
	statements [len(sizes)]*sql.Stmt
	bound      [len(sizes)]*sql.Stmt // the same in the transaction of the block
	values     []any                 // of the collected rows, one after another
	added      int                   // rows in this block
}

// statement returns the statement that writes this number of rows. With FAIL the database keeps no journal of each statement, which
// saves a third of the time of all writing (docs/decisions/0016): after any failure, the whole transaction is rolled back.
func (d definition) statement(rows int) string {
	row := "(" + strings.TrimSuffix(strings.Repeat("?, ", len(d.columns)), ", ") + ")"
	var b strings.Builder
	b.WriteString("INSERT OR FAIL INTO " + d.name + " (" + strings.Join(d.columns, ", ") + ") VALUES ")
	b.WriteString(strings.TrimSuffix(strings.Repeat(row+", ", rows), ", "))
	if len(d.update) > 0 {
		b.WriteString(" ON CONFLICT (" + d.key + ") DO UPDATE SET ")
		for i, column := range d.update {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(column + " = excluded." + column)
		}
	}
	return b.String()
}

// prepare prepares the statements of all tables.
func (db *DB) prepare() error {
	db.stores()
	for _, t := range db.tables {
		for i, rows := range sizes {
			s, err := db.pool.PrepareContext(db.ctx, t.definition.statement(rows))
			if err != nil {
				return err
			}
			t.statements[i] = s
		}
	}
	return nil
}

// add collects a row, and writes the rows once there are enough.
func (t *table) add(values ...any) {
	t.added++
	t.values = append(t.values, values...)
	if len(t.values) == sizes[0]*len(t.definition.columns) {
		t.write()
	}
}

// write writes all collected rows.
func (t *table) write() {
	values := t.values
	for i, rows := range sizes {
		for n := rows * len(t.definition.columns); len(values) >= n; values = values[n:] {
			t.execute(i, values[:n])
		}
	}
	clear(t.values)
	t.values = t.values[:0]
}

func (t *table) execute(statement int, values []any) {
	db := t.db
	if db.err != nil {
		return
	}
	if err := db.begin(); err != nil {
		db.fail(err)
		return
	}
	if t.bound[statement] == nil {
		t.bound[statement] = db.tx.StmtContext(db.ctx, t.statements[statement])
	}
	if _, err := t.bound[statement].ExecContext(db.ctx, values...); err != nil {
		db.fail(err)
	}
}
