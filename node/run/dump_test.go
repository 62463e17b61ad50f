package run_test

import (
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	_ "modernc.org/sqlite" // the tests read the files without package store
)

// open opens a database for reading.
func open(t *testing.T, file string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	require.NoError(t, err)
	return db
}

// column returns the first column of a query.
func column[T any](t *testing.T, db *sql.DB, query string) (values []T) {
	t.Helper()
	rows, err := db.Query(query)
	require.NoError(t, err, query)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var value T
		require.NoError(t, rows.Scan(&value))
		values = append(values, value)
	}
	require.NoError(t, rows.Err())
	return values
}

const tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%' ORDER BY name"

// dump returns all rows of all tables, by table.
func dump(t *testing.T, file string) map[string]string {
	t.Helper()
	db := open(t, file)
	defer func() { require.NoError(t, db.Close()) }()
	content := map[string]string{}
	for _, table := range column[string](t, db, tables) {
		columns := column[string](t, db, "SELECT name FROM pragma_table_info('"+table+"') ORDER BY cid")
		line := "concat_ws('|', " + strings.Join(columns, ", ") + ")"
		rows := column[string](t, db, fmt.Sprintf("SELECT %s FROM %s ORDER BY 1", line, table))
		content[table] = strings.Join(rows, "\n")
	}
	for _, table := range []string{"accounts", "blocks", "ledger_entries", "orders", "positions", "run", "trades"} {
		require.NotEmpty(t, content[table], table)
	}
	return content
}

// height checks that a file holds whole blocks only, and returns the height of the last; 0 for a file that does not exist or has no tables
// yet.
func height(t *testing.T, file string) int {
	t.Helper()
	if _, err := os.Stat(file); os.IsNotExist(err) {
		return 0
	}
	db := open(t, file)
	defer func() { require.NoError(t, db.Close()) }()
	if len(column[string](t, db, tables+" LIMIT 1")) == 0 {
		return 0
	}
	require.Equal(t, []string{"ok"}, column[string](t, db, "PRAGMA quick_check"))
	last := column[int](t, db, "SELECT coalesce(max(height), 0) FROM blocks")[0]
	require.Equal(t, last, column[int](t, db, "SELECT count(*) FROM blocks")[0], "heights follow each other from 1")
	for table, counted := range map[string]string{"trades": "trades", "ledger_entries": "entries"} {
		wrong := column[int](t, db, fmt.Sprintf(
			"SELECT b.height FROM blocks b WHERE b.%s <> (SELECT count(*) FROM %s r WHERE r.height = b.height)", counted, table))
		require.Empty(t, wrong, "blocks with a wrong number of %s", table)
	}
	for _, table := range []string{"accounts", "positions", "orders", "trades", "ledger_entries"} {
		require.Empty(t, column[int](t, db, fmt.Sprintf("SELECT height FROM %s WHERE height > %d OR height < 1", table, last)), table)
	}
	return last
}
