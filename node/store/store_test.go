package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/digest"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/sim"
	"github.com/busgen/busgen/node/store"
	"github.com/busgen/busgen/plugins/positions"
)

// core is a small exchange that writes into a file.
type core struct {
	*execution.Exchange
	bus       *generated.Router
	traders   *sim.Traders
	positions *positions.Positions
	db        *store.DB
	height    uint64
}

// start opens a file for a run with a seed.
func start(path string, seed uint64) (*core, error) {
	c := &core{bus: generated.NewRouter(), traders: sim.New(sim.Config{Seed: seed, Markets: 2, Parties: 12})}
	sums := digest.New()
	db, err := store.Open(context.Background(), path, func() string { return sums.Sum().String() }, store.Fact{Name: "seed", Value: fmt.Sprint(seed)})
	if err != nil {
		return nil, err
	}
	c.db = db
	c.positions = positions.New(positions.Config{Emit: c.bus})
	for _, consumer := range []any{sums, c.positions, c.traders, db.Accounts, db.Positions, db.Trades, db.Orders, db.Ledger, db.Blocks} {
		if _, err := c.bus.Attach(consumer); err != nil {
			return nil, err
		}
	}
	c.Exchange = execution.New(sim.Asset, c.bus)
	return c, nil
}

func mustStart(t *testing.T, path string, seed uint64) *core {
	t.Helper()
	c, err := start(path, seed)
	require.NoError(t, err)
	return c
}

// run runs blocks up to a height, or until the stores fail.
func (c *core) run(height uint64) error {
	for c.height < height && c.db.Err() == nil {
		c.height++
		at := time.Unix(1_800_000_000+int64(c.height), 0).UTC()
		c.Block(events.Block{ChainID: "test", Height: c.height, Time: at}, c.traders.Commands(c.height))
	}
	return c.db.Err()
}

// content returns all rows of a file, except those of the migrations.
func content(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	defer db.Close()
	var b strings.Builder
	for _, table := range []string{"run", "blocks", "accounts", "positions", "trades", "orders", "ledger_entries"} {
		rows, err := db.Query("SELECT * FROM " + table) // by primary key
		require.NoError(t, err)
		columns, err := rows.Columns()
		require.NoError(t, err)
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		for rows.Next() {
			require.NoError(t, rows.Scan(values...))
			fmt.Fprint(&b, table)
			for _, v := range values {
				fmt.Fprintf(&b, "|%v", *v.(*any))
			}
			fmt.Fprintln(&b)
		}
		require.NoError(t, rows.Err())
		require.NoError(t, rows.Close())
	}
	return b.String()
}

// requireWhole checks that a file holds whole blocks from 1 on, and returns the last.
func requireWhole(t *testing.T, path string) uint64 {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	defer db.Close()
	number := func(query string) (n uint64) {
		t.Helper()
		require.NoError(t, db.QueryRow(query).Scan(&n), query)
		return n
	}
	height := number("SELECT coalesce(max(height), 0) FROM blocks")
	require.Equal(t, height, number("SELECT count(*) FROM blocks"), "a block is missing")
	for _, table := range []string{"accounts", "positions", "trades", "orders", "ledger_entries"} {
		require.LessOrEqual(t, number("SELECT coalesce(max(height), 0) FROM "+table), height, "%s is ahead of the blocks", table)
	}
	require.Zero(t, number("SELECT count(*) FROM blocks b WHERE trades <> (SELECT count(*) FROM trades t WHERE t.height = b.height)"))
	require.Zero(t, number("SELECT count(*) FROM blocks b WHERE entries <> (SELECT count(*) FROM ledger_entries e WHERE e.height = b.height)"))
	var health string
	require.NoError(t, db.QueryRow("PRAGMA integrity_check").Scan(&health))
	require.Equal(t, "ok", health)
	return height
}

// TestKeepsWhatWasEmitted compares the answers of a reader with what consumers of the same events saw.
func TestKeepsWhatWasEmitted(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a ? b%41#.db")
	c := mustStart(t, path, 1)
	balances := map[domain.AccountID]domain.Account{}
	orders := map[string]domain.Order{}
	var trades []domain.Trade
	moves := map[domain.AccountID][]domain.LedgerEntry{}
	for _, consumer := range []any{
		generated.AccountFunc(func(e generated.AccountEvent) { balances[e.Account().ID().AsStruct()] = e.Account().AsStruct() }),
		generated.OrderFunc(func(e generated.OrderEvent) { orders[e.Order().ID()] = e.Order().AsStruct() }),
		generated.TradeFunc(func(e generated.TradeEvent) { trades = append(trades, e.Trade().AsStruct()) }),
		generated.MoneyMovementFunc(func(e generated.MoneyMovementEvent) {
			for _, m := range e.Moves().All() {
				moves[m.From] = append(moves[m.From], m)
				moves[m.To] = append(moves[m.To], m)
			}
		}),
	} {
		_, err := c.bus.Attach(consumer)
		require.NoError(t, err)
	}
	require.NoError(t, c.run(120))
	require.NotEmpty(t, trades)

	r, err := store.OpenReader(ctx, path) // while the node still has the file
	require.NoError(t, err)
	last, err := r.Last(ctx)
	require.NoError(t, err)
	require.Equal(t, uint64(120), last.Height)
	require.Equal(t, time.Unix(1_800_000_120, 0).UTC(), last.Time)

	for id, account := range balances {
		got, err := r.Balances(ctx, id.Owner)
		require.NoError(t, err)
		require.Contains(t, got, account)
	}
	for id, order := range orders {
		got, err := r.Order(ctx, id)
		require.NoError(t, err)
		require.Equal(t, order, got)
	}
	requireTrades(t, r, trades)
	for id, entries := range moves {
		requireEntries(t, r, id, entries)
	}
	var want, got []string
	for _, p := range c.positions.All() {
		want = append(want, fmt.Sprint(p.MarketID, p.PartyID, p.OpenVolume, p.AverageEntryPrice, p.PnL, p.Loss, p.Adjustment,
			p.Life.FeesPaid.Add(p.Life.TakerFeesPaid), p.Status, p.UpdatedAt))
	}
	for _, market := range []string{"BTC-2", "ETH-1"} {
		stored, err := r.Positions(ctx, market)
		require.NoError(t, err)
		for _, p := range stored {
			got = append(got, fmt.Sprint(p.MarketID, p.PartyID, p.OpenVolume, p.AverageEntryPrice, p.PnL, p.Loss, p.Adjustment, p.FeesPaid,
				p.Status, p.UpdatedAt))
		}
	}
	require.Equal(t, want, got)
	_, err = r.Order(ctx, "nothing")
	require.ErrorIs(t, err, store.ErrNotFound)
	require.NoError(t, r.Close())
	require.NoError(t, c.db.Close())
	require.Equal(t, uint64(120), requireWhole(t, "file:"+strings.NewReplacer("?", "%3f", "%", "%25", "#", "%23").Replace(path)))
}

// requireTrades reads each market's trades page by page.
func requireTrades(t *testing.T, r *store.Reader, want []domain.Trade) {
	t.Helper()
	byMarket := map[string][]domain.Trade{}
	for _, trade := range want {
		trade.Buyer.Fee, trade.Seller.Fee = domain.Fee{}, domain.Fee{} // not kept by part
		byMarket[trade.MarketID] = append(byMarket[trade.MarketID], trade)
	}
	for market, want := range byMarket {
		var got []domain.Trade
		for after := (store.Cursor{}); ; {
			page, next, err := r.Trades(context.Background(), market, time.Time{}, time.Time{}, after, 7)
			require.NoError(t, err)
			for _, trade := range page {
				got = append(got, trade.Trade)
			}
			if after = next; len(page) < 7 {
				break
			}
		}
		require.Equal(t, want, got)
		middle := want[len(want)/2].At
		first, _, err := r.Trades(context.Background(), market, middle, middle.Add(1), store.Cursor{}, store.MaxPage)
		require.NoError(t, err)
		require.NotEmpty(t, first)
		for _, trade := range first {
			require.Equal(t, middle, trade.At)
		}
	}
}

func requireEntries(t *testing.T, r *store.Reader, id domain.AccountID, want []domain.LedgerEntry) {
	t.Helper()
	var got []domain.LedgerEntry
	for after := (store.Cursor{}); ; {
		page, next, err := r.Entries(context.Background(), id, after, 5)
		require.NoError(t, err)
		for _, e := range page {
			got = append(got, e.LedgerEntry)
		}
		if after = next; len(page) < 5 {
			break
		}
	}
	require.Equal(t, want, got, "%v", id)
}

func TestPagesHaveBounds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	c := mustStart(t, path, 1)
	require.NoError(t, c.db.Close())
	r, err := store.OpenReader(context.Background(), path)
	require.NoError(t, err)
	for _, limit := range []int{-1, 0, store.MaxPage + 1} {
		_, _, err := r.Trades(context.Background(), "M", time.Time{}, time.Time{}, store.Cursor{}, limit)
		require.ErrorContains(t, err, "want 1 to 1000")
		_, _, err = r.Entries(context.Background(), domain.AccountID{}, store.Cursor{}, limit)
		require.ErrorContains(t, err, "want 1 to 1000")
	}
	_, err = r.Last(context.Background())
	require.ErrorIs(t, err, store.ErrNotFound)
	require.NoError(t, r.Close())
}

// TestResume ends runs in the middle and continues them: the file is the same as that of one run.
func TestResume(t *testing.T) {
	folder := t.TempDir()
	straight, resumed := filepath.Join(folder, "straight.db"), filepath.Join(folder, "resumed.db")
	c := mustStart(t, straight, 3)
	require.NoError(t, c.run(60))
	require.NoError(t, c.db.Close())
	for _, height := range []uint64{1, 25, 25, 10, 60} {
		c := mustStart(t, resumed, 3)
		require.NoError(t, c.run(height))
		require.NoError(t, c.db.Close())
	}
	require.Equal(t, content(t, straight), content(t, resumed))
}

// TestWholeBlocksOnly takes copies of the file at random moments inside blocks, as a crash would leave them.
func TestWholeBlocksOnly(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.db")
	c := mustStart(t, path, 4)
	copies, seen := 0, 0
	_, err := c.bus.Attach(generated.EventFunc(func(e events.Event) {
		if seen++; seen%97 != 0 {
			return
		}
		copies++
		crashed := filepath.Join(folder, fmt.Sprintf("copy-%d.db", copies))
		for _, ending := range []string{"", "-wal"} {
			if data, err := os.ReadFile(path + ending); err == nil {
				require.NoError(t, os.WriteFile(crashed+ending, data, 0o600))
			}
		}
		require.Equal(t, c.db.Height(), requireWhole(t, crashed))
	}))
	require.NoError(t, err)
	require.NoError(t, c.run(30))
	require.NoError(t, c.db.Close())
	require.Greater(t, copies, 20)
}

// TestShellReadsIt runs the SQLite shell where it is installed.
func TestShellReadsIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	c := mustStart(t, path, 1)
	require.NoError(t, c.run(5))
	require.NoError(t, c.db.Close())
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Log("there is no sqlite3 here: nothing to see")
		return
	}
	out, err := exec.Command(shell, path, "SELECT max(height) FROM blocks").CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Equal(t, "5\n", string(out))
}
