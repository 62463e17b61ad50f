package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// application is the number in the header of all files of this package. The first migration writes it.
const application = 1651864423

// Fact is a parameter that identifies a run, such as its seed.
type Fact struct{ Name, Value string }

// Open opens a file for writing, and creates it if it does not exist. It calls digest at the end of each block for the digest of all
// blocks so far, so attach the stores after the consumer that computes it. The facts are written into a new file; an existing one must
// have the same.
//
// Errors are those of this package, wrapped with the path. A file that cannot be used stays as it is.
func Open(ctx context.Context, path string, digest func() string, facts ...Fact) (*DB, error) {
	db, err := open(ctx, path, "rwc", digest, facts)
	if err != nil {
		return nil, explain(path, err)
	}
	return db, nil
}

func open(ctx context.Context, path, mode string, digest func() string, facts []Fact) (*DB, error) {
	where, err := address(path, mode)
	if err != nil {
		return nil, err
	}
	pool, err := sql.Open("sqlite", where)
	if err != nil {
		return nil, err
	}
	// With one connection, all statements belong to the transaction.
	pool.SetMaxOpenConns(1)
	db := &DB{ctx: ctx, path: path, pool: pool, digest: digest}
	for _, step := range []func() error{
		db.inspect, db.write, db.migrate, func() error { return db.identify(facts) }, db.resume, db.prepare,
	} {
		if err := step(); err != nil {
			_ = pool.Close() // the first error matters
			return nil, err
		}
	}
	return db, nil
}

// address returns the file's name and how to open it, in the driver's form. With write-ahead logging others can read at the same time.
// The name is made absolute, because :memory: would otherwise mean no file.
func address(path, mode string) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: full}).EscapedPath()}
	query := url.Values{"mode": {mode}, "_pragma": {"busy_timeout(2000)"}}
	query.Set("_txlock", "immediate")
	if mode != "ro" {
		query["_pragma"] = append(query["_pragma"], "journal_mode(WAL)", "synchronous(NORMAL)")
	}
	u.RawQuery = query.Encode()
	return u.String(), nil
}

// inspect returns an error for a file that is damaged or of another program.
func (db *DB) inspect() error {
	var tables, owner int
	// If the program ended while it created the file, there may be a table of versions and nothing else.
	const others = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('goose_db_version', 'sqlite_sequence')"
	if err := db.row(others, &tables); err != nil || tables == 0 {
		return err
	}
	if err := db.row("PRAGMA application_id", &owner); err != nil {
		return err
	}
	if owner != application {
		return ErrForeign
	}
	var health string
	if err := db.row("PRAGMA quick_check(1)", &health); err != nil {
		return err
	}
	if health != "ok" {
		return fmt.Errorf("%w (%s)", ErrCorrupt, health)
	}
	return nil
}

// write tests whether the file is writable: the database opens a file without permission as if it were.
func (db *DB) write() error {
	tx, err := db.pool.BeginTx(db.ctx, nil)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(db.ctx, "CREATE TABLE writable (x)")
	return errors.Join(err, tx.Rollback())
}

// migrate brings the tables up to date.
func (db *DB) migrate() error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db.pool, files)
	if err != nil {
		return err
	}
	has, newest, err := versions(db.ctx, provider)
	if err != nil {
		return err
	}
	if has > newest {
		return fmt.Errorf("%w (its tables are of version %d, the newest known is %d)", ErrNewer, has, newest)
	}
	_, err = provider.Up(db.ctx)
	return err
}

// versions returns the version of the file and the newest one known.
func versions(ctx context.Context, provider *goose.Provider) (has, newest int64, err error) {
	has, err = provider.GetDBVersion(ctx)
	for _, source := range provider.ListSources() {
		newest = max(newest, source.Version)
	}
	return has, newest, err
}

// identify writes the facts into a new file, or compares them with those of the file.
func (db *DB) identify(facts []Fact) error {
	var known int
	if err := db.row("SELECT count(*) FROM run", &known); err != nil {
		return err
	}
	if known == 0 {
		return db.introduce(facts)
	}
	for _, f := range facts {
		var value string
		if err := db.row("SELECT coalesce((SELECT value FROM run WHERE name = ?), '')", &value, f.Name); err != nil {
			return err
		}
		if value != f.Value {
			return fmt.Errorf("%w (its %s is %q, not %q)", ErrOtherRun, f.Name, value, f.Value)
		}
	}
	return nil
}

// introduce writes the facts into a new file, all or none.
func (db *DB) introduce(facts []Fact) error {
	tx, err := db.pool.BeginTx(db.ctx, nil)
	if err != nil {
		return err
	}
	for _, f := range facts {
		if _, err := tx.ExecContext(db.ctx, "INSERT INTO run VALUES (?, ?)", f.Name, f.Value); err != nil {
			_ = tx.Rollback()
			return err
		}
	}
	return tx.Commit()
}

// resume reads the height of the last block.
func (db *DB) resume() error {
	return db.row("SELECT coalesce(max(height), 0) FROM blocks", &db.height)
}

// row reads one value.
func (db *DB) row(query string, into any, arguments ...any) error {
	return db.pool.QueryRowContext(db.ctx, query, arguments...).Scan(into)
}
