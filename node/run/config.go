package run

import (
	"fmt"
	"io"

	"github.com/busgen/busgen/node/sim"
	"github.com/busgen/busgen/node/store"
)

// Exit codes of [Run].
const (
	ExitDone        = 0   // all blocks ran
	ExitFailed      = 1   // the database or the report could not be written, or the audit found something
	ExitUsage       = 2   // wrong command line; nothing ran
	ExitInterrupted = 130 // stopped by a signal after a whole block, with a report
)

// MaxBlocks is the maximal number of blocks; they would take days.
const MaxBlocks = 1_000_000_000

// Config configures a run and its report.
type Config struct {
	// Traders configures the markets and traders.
	Traders sim.Config
	// Blocks is the height of the last block.
	Blocks uint64
	// Database is the file of the stores, which is created if it does not exist; empty for a run without stores.
	Database string
	// Audit attaches an auditor, which checks every transaction.
	Audit bool

	// Out receives the report; Err receives errors and the progress bar.
	Out, Err io.Writer
	// Progress draws a progress bar on Err, which should then be a terminal. The default is none.
	Progress bool
}

// Validate returns an error if a number is out of its range.
func (c Config) Validate() error {
	if c.Blocks < 1 || c.Blocks > MaxBlocks {
		return fmt.Errorf("%d blocks: want 1 to %d", c.Blocks, MaxBlocks)
	}
	return c.Traders.Validate()
}

// DefaultDatabase returns the name of a file for this run. Each seed and number of markets and parties has its own, because a file of
// another run is refused.
func (c Config) DefaultDatabase() string {
	return fmt.Sprintf("busgen-%d-%d-%d.db", c.Traders.Seed, c.Traders.Markets, c.Traders.Parties)
}

// facts returns what identifies the run: with other numbers it has another history.
func (c Config) facts() []store.Fact {
	return []store.Fact{
		{Name: "chain", Value: chainID},
		{Name: "seed", Value: fmt.Sprint(c.Traders.Seed)},
		{Name: "markets", Value: fmt.Sprint(c.Traders.Markets)},
		{Name: "parties", Value: fmt.Sprint(c.Traders.Parties)},
	}
}
