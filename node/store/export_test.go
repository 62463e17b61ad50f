package store

import (
	"context"
	"fmt"
)

// LimitPages limits the number of pages of the file, as a full disk does.
func (db *DB) LimitPages(n int) error {
	_, err := db.pool.ExecContext(context.Background(), fmt.Sprint("PRAGMA max_page_count = ", n))
	return err
}

// OpenUnwritable opens a file that cannot be written to.
func OpenUnwritable(path string) error {
	_, err := open(context.Background(), path, "ro", nil, nil)
	return explain(path, err)
}
