package run

import (
	"fmt"
	"io"

	"github.com/busgen/busgen/node/sim"
	"github.com/busgen/busgen/node/store"
)

// Exit codes of [Run]; a command line that cannot be understood has [ExitUsage].
const (
	ExitDone        = 0   // all blocks ran
	ExitFailed      = 1   // the database or the report could not be written, or the audit found something
	ExitUsage       = 2   // nothing ran
	ExitInterrupted = 130 // stopped by a signal after a whole block, with a report of what ran
)

// MaxBlocks is how many blocks a run may have; it would take days.
const MaxBlocks = 1_000_000_000

// Config says what runs and how it reports.
type Config struct {
	// Traders says who trades where.
	Traders sim.Config
	// Blocks is the height to end at.
	Blocks uint64
	// Database is the file that the stores write, which is made if it is not there; empty for a run without stores.
	Database string
	// Audit has an auditor check every transaction.
	Audit bool

	// Out takes the report; Err takes errors and the progress bar.
	Out, Err io.Writer
	// Progress draws a progress bar on Err, which should then be a terminal. The default is none.
	Progress bool
}

// Validate says what is wrong with the numbers, or nil.
func (c Config) Validate() error {
	if c.Blocks < 1 || c.Blocks > MaxBlocks {
		return fmt.Errorf("%d blocks: want 1 to %d", c.Blocks, MaxBlocks)
	}
	return c.Traders.Validate()
}

// DefaultDatabase is the name of a file for this run: one of its own for each seed and number of markets and parties, since a file of another
// run is refused.
func (c Config) DefaultDatabase() string {
	return fmt.Sprintf("busgen-%d-%d-%d.db", c.Traders.Seed, c.Traders.Markets, c.Traders.Parties)
}

// facts are what a database belongs to: a run with other numbers has another history.
func (c Config) facts() []store.Fact {
	return []store.Fact{
		{Name: "chain", Value: chainID},
		{Name: "seed", Value: fmt.Sprint(c.Traders.Seed)},
		{Name: "markets", Value: fmt.Sprint(c.Traders.Markets)},
		{Name: "parties", Value: fmt.Sprint(c.Traders.Parties)},
	}
}
