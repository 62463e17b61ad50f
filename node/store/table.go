package store

import (
	"database/sql"
	"strings"
)

// sizes is how many rows the statements of a table write at once: as many as there are by the largest, the rest by smaller ones.
var sizes = [...]int{32, 8, 1}

// definition says how rows get into a table.
type definition struct {
	name    string
	columns []string
	// update has the columns that a row which is there already takes from the new one; none if a row is only ever added.
	update []string
	key    string // the columns that tell which row is there already
}

// table gathers rows of one table and writes them many at a time.
type table struct {
	db         *DB
	definition definition
	statements [len(sizes)]*sql.Stmt
	bound      [len(sizes)]*sql.Stmt // the same in the transaction of the block
	values     []any                 // of the rows in hand, one after another
	added      int                   // rows in this block
}

// statement is the text that writes so many rows. FAIL spares the database a journal of each statement, a third of the time of all
// writing (go test -bench Stores): whatever fails, the whole transaction is undone.
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

// prepare makes the statements of all tables.
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

// add gathers a row; when there are enough, they are written.
func (t *table) add(values ...any) {
	t.added++
	t.values = append(t.values, values...)
	if len(t.values) == sizes[0]*len(t.definition.columns) {
		t.write()
	}
}

// write writes all rows in hand.
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
	if db.rows != nil {
		db.rows.add(t.definition, values)
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
