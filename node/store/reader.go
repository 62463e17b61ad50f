package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// Reader answers questions from a file, also while a node writes to it. Its methods are safe for concurrent use. Each answer shows the
// state between two blocks.
type Reader struct {
	path string
	pool *sql.DB
}

// ErrNotFound is returned for something that the file does not have.
var ErrNotFound = errors.New("not found")

// OpenReader opens a file for reading. Errors are those of [Open].
func OpenReader(ctx context.Context, path string) (*Reader, error) {
	where, err := address(path, "ro")
	if err != nil {
		return nil, explain(path, err)
	}
	pool, err := sql.Open("sqlite", where)
	if err != nil {
		return nil, explain(path, err)
	}
	db := &DB{ctx: ctx, pool: pool}
	if err := db.inspect(); err != nil {
		_ = pool.Close()
		return nil, explain(path, err)
	}
	return &Reader{path, pool}, nil
}

// Close closes the file.
func (r *Reader) Close() error { return explain(r.path, r.pool.Close()) }

// Block is a block in the file.
type Block struct {
	Height  uint64
	Time    time.Time
	Trades  int // in the block
	Entries int // of the ledger, in the block
	Digest  string
}

// Last returns the last block, or ErrNotFound.
func (r *Reader) Last(ctx context.Context) (Block, error) {
	blocks, err := query(ctx, r, scanBlock, "SELECT height, time, trades, entries, digest FROM blocks ORDER BY height DESC LIMIT 1")
	return one(blocks, err, "block")
}

func scanBlock(rows *sql.Rows) (b Block, err error) {
	var at int64
	err = rows.Scan(&b.Height, &at, &b.Trades, &b.Entries, &b.Digest)
	b.Time = moment(at)
	return b, err
}

// Balances returns the accounts of a party, sorted by market and type, those without a market first. The empty party has the system's
// own accounts.
func (r *Reader) Balances(ctx context.Context, party string) ([]domain.Account, error) {
	return query(ctx, r, scanAccount, "SELECT owner, market, asset, type, balance FROM accounts WHERE owner = ? ORDER BY market, asset, type", party)
}

func scanAccount(rows *sql.Rows) (a domain.Account, err error) {
	var kind, balance string
	if err = rows.Scan(&a.ID.Owner, &a.ID.MarketID, &a.ID.Asset, &kind, &balance); err != nil {
		return a, err
	}
	a.ID.Type, err = domain.ParseAccountType(kind)
	return a, errors.Join(err, decimals(into{balance, &a.Balance}))
}

// Position is a position in the file: the fields of domain.Position that have a column.
type Position struct {
	MarketID, PartyID string
	OpenVolume        domain.Decimal // signed size units
	AverageEntryPrice domain.Decimal // asset price
	PnL               domain.PnL     // precise
	Loss, Adjustment  domain.Decimal // by loss socialisation: 0 or below, 0 or above
	FeesPaid          domain.Decimal // in total
	Status            domain.PositionStatus
	UpdatedAt         time.Time
}

// Positions returns the positions in a market, sorted by party.
func (r *Reader) Positions(ctx context.Context, market string) ([]Position, error) {
	return query(ctx, r, scanPosition, `SELECT market, party, open_volume, average_entry_price, realised, unrealised, loss, adjustment,
		fees_paid, status, updated FROM positions WHERE market = ? ORDER BY party`, market)
}

func scanPosition(rows *sql.Rows) (p Position, err error) {
	var volume, average, realised, unrealised, loss, adjustment, fees, status string
	var updated int64
	err = rows.Scan(&p.MarketID, &p.PartyID, &volume, &average, &realised, &unrealised, &loss, &adjustment, &fees, &status, &updated)
	if err != nil {
		return p, err
	}
	p.UpdatedAt = moment(updated)
	p.Status, err = domain.ParsePositionStatus(status)
	return p, errors.Join(err, decimals(
		into{volume, &p.OpenVolume}, into{average, &p.AverageEntryPrice}, into{realised, &p.PnL.Realised},
		into{unrealised, &p.PnL.Unrealised}, into{loss, &p.Loss}, into{adjustment, &p.Adjustment}, into{fees, &p.FeesPaid},
	))
}

// query runs a query and reads each row.
func query[T any](ctx context.Context, r *Reader, scan func(*sql.Rows) (T, error), text string, arguments ...any) ([]T, error) {
	rows, err := r.pool.QueryContext(ctx, text, arguments...)
	if err != nil {
		return nil, explain(r.path, err)
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return nil, explain(r.path, err)
		}
		all = append(all, item)
	}
	return all, explain(r.path, rows.Err())
}

// one returns the only row of an answer.
func one[T any](rows []T, err error, what string) (T, error) {
	var none T
	switch {
	case err != nil:
		return none, err
	case len(rows) == 0:
		return none, fmt.Errorf("%s: %w", what, ErrNotFound)
	}
	return rows[0], nil
}

// into is the text of a column and the number to read it into.
type into struct {
	text   string
	number *domain.Decimal
}

func decimals(columns ...into) error {
	for _, c := range columns {
		d, err := udecimal.Parse(c.text)
		if err != nil {
			return fmt.Errorf("%w: %q is not a number", ErrCorrupt, c.text)
		}
		*c.number = d
	}
	return nil
}

func moment(nanos int64) time.Time {
	if nanos == 0 {
		return time.Time{}
	}
	return time.Unix(0, nanos).UTC()
}
