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

// Reader answers questions from a file, whether a node writes to it meanwhile or not. Every method may be called from any
// goroutine at any time; each answer is of one moment, between two blocks.
type Reader struct {
	path string
	pool *sql.DB
}

// ErrNotFound is the answer to a question about something that is not there.
var ErrNotFound = errors.New("not found")

// OpenReader opens a file that a node has made. Errors are those of [Open].
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

// Close ends the use of the file.
func (r *Reader) Close() error { return explain(r.path, r.pool.Close()) }

// Block is a block as the file has it.
type Block struct {
	Height  uint64
	Time    time.Time
	Trades  int // that the block made
	Entries int // of the ledger, that it made
	Digest  string
}

// Last is the last block, or ErrNotFound.
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

// Balances is the accounts of a party, those of no market first, then by market and type; an empty party has the system's own.
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

// Position is a position as the file has it: the figures of domain.Position that have a column.
type Position struct {
	MarketID, PartyID string
	OpenVolume        domain.Decimal // signed size units
	AverageEntryPrice domain.Decimal // asset price
	PnL               domain.PnL     // precise
	Loss, Adjustment  domain.Decimal // by loss socialisation: 0 or below, 0 or above
	FeesPaid          domain.Decimal // in all
	Status            domain.PositionStatus
	UpdatedAt         time.Time
}

// Positions is the positions in a market, by party.
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

// query asks for rows and reads each.
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

// one is the only row of an answer.
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

// into is a column's text and the number that it is read into.
type into struct {
	text   string
	number *domain.Decimal
}

func decimals(columns ...into) error {
	for _, c := range columns {
		d, err := udecimal.Parse(c.text)
		if err != nil {
			return fmt.Errorf("%w: %q is no number", ErrCorrupt, c.text)
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
