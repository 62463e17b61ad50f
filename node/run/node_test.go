package run

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/sim"
)

func small(t *testing.T, change func(*Config)) (n *node, config Config, out, errs *bytes.Buffer) {
	t.Helper()
	out, errs = new(bytes.Buffer), new(bytes.Buffer)
	config = Config{Traders: sim.Config{Seed: 7, Markets: 1, Parties: 6}, Blocks: 10, Out: out, Err: errs}
	change(&config)
	n, err := assemble(config)
	require.NoError(t, err)
	return n, config, out, errs
}

// TestDatabaseThatFails locks the file while the node runs: the next block cannot be written.
func TestDatabaseThatFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "locked.db")
	n, config, out, errs := small(t, func(c *Config) { c.Database = file })
	for height := range uint64(4) {
		require.NoError(t, n.block(height+1))
	}
	other, err := sql.Open("sqlite", file)
	require.NoError(t, err)
	other.SetMaxOpenConns(1)
	_, err = other.Exec("BEGIN IMMEDIATE")
	require.NoError(t, err)

	require.ErrorContains(t, n.block(5), "another program writes to the file")
	require.Equal(t, ExitFailed, n.finish(config, ExitFailed, time.Second))
	require.Contains(t, errs.String(), "node: database "+file+": another program writes to the file")
	require.Contains(t, out.String(), "events in 5 blocks", "the report is of what ran")
	require.Contains(t, out.String(), "height 4\n")
	_, err = other.Exec("ROLLBACK")
	require.NoError(t, err)
	require.NoError(t, other.Close())

	again, config, _, errs := small(t, func(c *Config) { c.Database = file })
	require.Equal(t, ExitDone, again.run(context.Background(), config))
	require.Equal(t, ExitDone, again.finish(config, ExitDone, time.Second), errs)
	require.EqualValues(t, 10, again.db.Height())
}

// TestPanicOfAConsumer has a consumer panic in the middle of a block. The driver receives the panic unchanged, the bus is stopped, and the file
// has the whole blocks before, which another node continues.
func TestPanicOfAConsumer(t *testing.T) {
	file := filepath.Join(t.TempDir(), "panic.db")
	n, _, _, _ := small(t, func(c *Config) { c.Database = file })
	for height := range uint64(4) {
		require.NoError(t, n.block(height+1))
	}
	clear(n.tally.byID) // the tally then dereferences nil
	recovered := func(height uint64) (v any) {
		defer func() { v = recover() }()
		return n.block(height)
	}
	require.Contains(t, fmt.Sprint(recovered(5)), "nil pointer dereference")
	require.Contains(t, fmt.Sprint(recovered(6)), "a consumer panicked")
	require.NoError(t, n.close())
	require.EqualValues(t, 4, n.db.Height())

	again, config, _, errs := small(t, func(c *Config) { c.Database = file })
	require.Equal(t, ExitDone, again.run(context.Background(), config))
	require.Equal(t, ExitDone, again.finish(config, ExitDone, time.Second), errs)
	require.EqualValues(t, 10, again.db.Height())
}

func TestFindingsOfTheAudit(t *testing.T) {
	n, config, out, _ := small(t, func(c *Config) { c.Audit = true })
	require.Equal(t, ExitDone, n.run(context.Background(), config))
	header := events.NewHeader(events.Block{Height: 11}, "bad", 1)
	debt := domain.Account{ID: domain.AccountID{Owner: "maker-1", Type: domain.AccountTypeGeneral}, Balance: udecimal.MustFromInt64(-5, 0)}
	n.auditor.OnAccount(*generated.NewAccount(header, debt))
	n.auditor.OnEvent(events.NewEndTx(header.At("bad", 2)))
	require.Equal(t, ExitFailed, n.finish(config, ExitDone, time.Second))
	require.Contains(t, out.String(), "negative: ")
	require.Regexp(t, `\naudit: \d+ findings, the first: block`, out.String())
}

func TestProfits(t *testing.T) {
	position := func(market, party string, realised, unrealised int64) domain.Position {
		p := domain.Position{Market: domain.Market{MarketID: market}, Party: domain.Party{PartyID: party}}
		p.Rounded.PnL = domain.PnL{Realised: udecimal.MustFromInt64(realised, 0), Unrealised: udecimal.MustFromInt64(unrealised, 0)}
		return p
	}
	list := profits([]domain.Position{
		position("m1", "a", 5, -7), position("m1", "b", 3, 0), position("m1", domain.Network, 900, 0),
		position("m2", "a", 5, 0), position("m2", "c", -20, 1),
	})
	var text []string
	for _, p := range list {
		text = append(text, p.party+" "+p.Realised.String()+" "+p.Unrealised.String()+" "+p.total().String())
	}
	require.Equal(t, []string{"a 10 -7 3", "b 3 0 3", "c -20 1 -19"}, text, "the best first, equals by name")
}

func TestScaled(t *testing.T) {
	for _, test := range []struct {
		n      uint64
		places int64
		text   string
	}{{123456, 4, "12.3456"}, {5, 3, "0.005"}, {70, 0, "70"}, {70, -1, "700"}, {0, -2, "0"}, {0, 2, "0.00"}} {
		require.Equal(t, test.text, scaled(test.n, test.places))
	}
}

func TestEachRunHasAFileOfItsOwn(t *testing.T) {
	names := map[string]bool{}
	for _, c := range []sim.Config{{Seed: 1, Markets: 3, Parties: 30}, {Seed: 2, Markets: 3, Parties: 30}, {Seed: 1, Markets: 4, Parties: 30}, {Seed: 1, Markets: 3, Parties: 31}} {
		names[Config{Traders: c}.DefaultDatabase()] = true
	}
	require.Len(t, names, 4)
	require.Contains(t, names, "busgen-1-3-30.db")
}
