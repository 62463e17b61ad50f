package run_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/node/run"
	"github.com/busgen/busgen/node/sim"
)

// outcome is the result of a run.
type outcome struct {
	code      int
	out, errs string
}

// do runs a small node.
func do(t *testing.T, change func(*run.Config)) outcome {
	t.Helper()
	var out, errs bytes.Buffer
	config := run.Config{Traders: sim.Config{Seed: 7, Markets: 2, Parties: 12}, Blocks: 60, Out: &out, Err: &errs}
	if change != nil {
		change(&config)
	}
	code := run.Run(context.Background(), config)
	return outcome{code, out.String(), errs.String()}
}

// found returns what the group of a pattern matches in the report.
func (o outcome) found(t *testing.T, pattern string) string {
	t.Helper()
	match := regexp.MustCompile(pattern).FindStringSubmatch(o.out)
	require.NotNil(t, match, "%s in\n%s", pattern, o.out)
	return match[1]
}

func (o outcome) digest(t *testing.T) string {
	t.Helper()
	return o.found(t, `(?m)^digest: ([0-9a-f]{64})$`)
}

func (o outcome) number(t *testing.T, pattern string) int {
	t.Helper()
	n, err := strconv.Atoi(o.found(t, pattern))
	require.NoError(t, err)
	return n
}

func TestSameSeedSameDigest(t *testing.T) {
	first := do(t, nil)
	require.Equal(t, run.ExitDone, first.code)
	require.Empty(t, first.errs)
	require.Equal(t, first.digest(t), do(t, nil).digest(t))
	require.Equal(t, first.digest(t), do(t, func(c *run.Config) { c.Audit = true }).digest(t), "the consumers do not matter")
	stored := do(t, func(c *run.Config) { c.Database, c.Audit = filepath.Join(t.TempDir(), "a.db"), true })
	require.Equal(t, first.digest(t), stored.digest(t), "nor which bus it is")
	require.Contains(t, stored.out, "audit: clean")
	for _, other := range []func(*run.Config){
		func(c *run.Config) { c.Traders.Seed++ },
		func(c *run.Config) { c.Traders.Markets++ },
		func(c *run.Config) { c.Traders.Parties++ },
		func(c *run.Config) { c.Blocks++ },
	} {
		require.NotEqual(t, first.digest(t), do(t, other).digest(t))
	}
}

func TestAuditIsClean(t *testing.T) {
	for seed := range uint64(3) {
		o := do(t, func(c *run.Config) {
			c.Traders, c.Blocks, c.Audit = sim.Config{Seed: seed, Markets: 4, Parties: 18}, 300, true
		})
		require.Equal(t, run.ExitDone, o.code, o.out)
		require.Positive(t, o.number(t, `(?m)^audit: clean, (\d+) transactions$`))
		require.Positive(t, o.number(t, `(?m)^cascades: (\d+), `))
		require.Positive(t, o.number(t, `(?m)^rejected: (\d+) `))
		require.Positive(t, o.number(t, `(?m)^LossSocialization +(\d+)$`))
	}
}

func TestReport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.db")
	o := do(t, func(c *run.Config) { c.Database, c.Progress = file, true })
	require.Equal(t, run.ExitDone, o.code)
	for _, heading := range []string{"PRICE", "INTEREST", "INSURANCE", "ETH-1", "BTC-2", "PROFIT AND LOSS", "maker-1", "EVENTS"} {
		require.Contains(t, o.out, heading)
	}
	require.NotContains(t, o.out, "network")
	require.Equal(t, 60, o.number(t, `events in (\d+) blocks`))
	require.Equal(t, 60, o.number(t, `(?m)^EndBlock +(\d+)$`))
	require.Contains(t, o.out, "\ndatabase: "+file+", height 60\n")
	require.NotContains(t, o.out, "audit")
	require.Contains(t, o.errs, "running", "the progress bar")
	require.NotContains(t, o.out, "running")
}

func TestNumbersThatMakeNoRun(t *testing.T) {
	for _, change := range []func(*run.Config){
		func(c *run.Config) { c.Blocks = 0 },
		func(c *run.Config) { c.Blocks = run.MaxBlocks + 1 },
		func(c *run.Config) { c.Traders.Markets = 0 },
		func(c *run.Config) { c.Traders.Parties = 1 },
	} {
		o := do(t, change)
		require.Equal(t, run.ExitUsage, o.code)
		require.Contains(t, o.errs, "want")
		require.Empty(t, o.out)
	}
}

// full is a writer that fails.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestReportThatCannotBeWritten(t *testing.T) {
	o := do(t, func(c *run.Config) { c.Out = full{} })
	require.Equal(t, run.ExitFailed, o.code)
	require.Contains(t, o.errs, "node: the report is incomplete: no room")
}

func TestInterruptedBeforeItBegins(t *testing.T) {
	var out, errs bytes.Buffer
	ctx, stop := context.WithCancel(context.Background())
	stop()
	config := run.Config{Traders: sim.Config{Markets: 1, Parties: 6}, Blocks: 9, Out: &out, Err: &errs, Audit: true}
	require.Equal(t, run.ExitInterrupted, run.Run(ctx, config))
	require.Contains(t, errs.String(), "node: interrupted after block 0 of 9")
	require.Contains(t, out.String(), "0 events in 0 blocks")
}

// TestContinuesAFile runs parts of a run, the last one shorter than the file, and compares the file with that of a single run.
func TestContinuesAFile(t *testing.T) {
	folder := t.TempDir()
	straight, parts := filepath.Join(folder, "straight.db"), filepath.Join(folder, "parts.db")
	whole := do(t, func(c *run.Config) { c.Database = straight })
	require.NotContains(t, whole.out, "continued", "a new file")
	for _, part := range []struct {
		blocks uint64
		note   string
	}{
		{1, ""},
		{25, "the file had 1 block; compared 1, added 24"},
		{25, "the file had 25 blocks; compared 25, added 0"},
		{60, "the file had 25 blocks; compared 25, added 35"},
		{40, "the file had 60 blocks; compared 40, added 0"},
	} {
		o := do(t, func(c *run.Config) { c.Database, c.Blocks = parts, part.blocks })
		require.Equal(t, run.ExitDone, o.code, o.errs)
		if part.note == "" {
			require.NotContains(t, o.out, "continued")
		} else {
			require.Contains(t, o.out, "\ncontinued: "+part.note+"\n")
		}
	}
	require.Equal(t, dump(t, straight), dump(t, parts))
	again := do(t, func(c *run.Config) { c.Database = parts })
	require.Equal(t, whole.digest(t), again.digest(t))
	require.Contains(t, again.out, "height 60")
}

// TestWidth runs nodes of different sizes: a terminal of 80 columns has room for the report.
func TestWidth(t *testing.T) {
	for _, traders := range []sim.Config{{Seed: 1, Markets: 3, Parties: 30}, {Seed: 18_446_744_073_709_551_615, Markets: 100, Parties: 60}} {
		o := do(t, func(c *run.Config) {
			c.Traders, c.Blocks, c.Audit = traders, 10, true
			c.Database = "width.db"
			t.Chdir(t.TempDir())
		})
		require.Equal(t, run.ExitDone, o.code, o.errs)
		for line := range strings.Lines(o.out) {
			require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 80, line)
		}
	}
}

func TestRefusesTheFileOfAnotherRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "other.db")
	require.Equal(t, run.ExitDone, do(t, func(c *run.Config) { c.Database, c.Blocks = file, 5 }).code)
	before := dump(t, file)
	for name, other := range map[string]func(*run.Config){
		"seed":    func(c *run.Config) { c.Traders.Seed++ },
		"markets": func(c *run.Config) { c.Traders.Markets++ },
		"parties": func(c *run.Config) { c.Traders.Parties++ },
	} {
		o := do(t, func(c *run.Config) { c.Database = file; other(c) })
		require.Equal(t, run.ExitFailed, o.code)
		require.Contains(t, o.errs, name)
		require.Contains(t, o.errs, "another run")
		require.Empty(t, o.out)
	}
	require.Equal(t, before, dump(t, file))
}

func TestDatabaseThatCannotBeOpened(t *testing.T) {
	o := do(t, func(c *run.Config) { c.Database = filepath.Join(t.TempDir(), "nowhere", "a.db") })
	require.Equal(t, run.ExitFailed, o.code)
	require.Contains(t, o.errs, "node: database ")
	require.Empty(t, o.out)
}
