package store

import (
	"context"
	"database/sql"
)

// Rows holds the rows of the stores in memory. A benchmark compares the stores with a plain loop that writes the same rows.
type Rows struct {
	blocks [][]row
	open   []row
	n      int
}

// row is one row of a table.
type row struct {
	table  string
	values []any
}

// Record returns stores that write to no file, and the rows that they collect. digest is as for [Open].
func Record(digest func() string) (*DB, *Rows) {
	db := &DB{digest: digest, rows: &Rows{}}
	db.stores()
	return db, db.rows
}

// Len returns the number of rows.
func (r *Rows) Len() int { return r.n }

func (r *Rows) add(d definition, values []any) {
	for n := len(d.columns); len(values) > 0; values = values[n:] {
		r.open = append(r.open, row{d.name, append([]any(nil), values[:n]...)})
		r.n++
	}
}

func (r *Rows) end() {
	r.blocks = append(r.blocks, r.open)
	r.open = nil
}

// Insert writes the rows into a new file in a plain loop: one prepared statement for each table, one row at a time, one transaction for
// each block.
func (r *Rows) Insert(ctx context.Context, path string) error {
	db, err := Open(ctx, path, nil)
	if err != nil {
		return err
	}
	single := map[string]*sql.Stmt{}
	for _, t := range db.tables {
		single[t.definition.name] = t.statements[len(sizes)-1]
	}
	for _, rows := range r.blocks {
		if err := insert(ctx, db.pool, single, rows); err != nil {
			return explain(path, err)
		}
	}
	return db.Close()
}

func insert(ctx context.Context, pool *sql.DB, single map[string]*sql.Stmt, rows []row) error {
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	bound := map[string]*sql.Stmt{}
	for name, s := range single {
		bound[name] = tx.StmtContext(ctx, s)
	}
	for _, r := range rows {
		if _, err := bound[r.table].ExecContext(ctx, r.values...); err != nil {
			_ = tx.Rollback()
			return err
		}
	}
	return tx.Commit()
}
