package run

import (
	"bufio"
	"context"
	"fmt"
	"time"

	"github.com/busgen/busgen/node/progress"
)

// Run runs the blocks and reports on Out. It returns one of the exit codes. When the context is done it ends after the current block.
func Run(ctx context.Context, config Config) int {
	if err := config.Validate(); err != nil {
		return config.fail(ExitUsage, err)
	}
	n, err := assemble(config)
	if err != nil {
		return config.fail(ExitFailed, err)
	}
	start := time.Now() // for the report only: no event depends on it
	code := n.run(ctx, config)
	return n.finish(config, code, time.Since(start))
}

// run runs the blocks, up to the last, or until the context is done or the database fails.
func (n *node) run(ctx context.Context, config Config) int {
	bar := progress.New(config.Err, config.Progress, int(config.Blocks), "running")
	defer bar.Clear()
	for height := uint64(1); height <= config.Blocks; height++ {
		if ctx.Err() != nil {
			bar.Clear()
			return config.fail(ExitInterrupted, fmt.Errorf("interrupted after block %d of %d", height-1, config.Blocks))
		}
		if n.block(height) != nil {
			return ExitFailed // finish reports why
		}
		bar.Step()
	}
	return ExitDone
}

// finish closes the database and writes the report, also of a run that failed. It returns the exit code, which a failure here changes.
func (n *node) finish(config Config, code int, took time.Duration) int {
	if err := n.close(); err != nil {
		code = config.fail(ExitFailed, err)
	}
	if n.auditor != nil && n.auditor.Err() != nil {
		code = ExitFailed
	}
	out := bufio.NewWriter(config.Out)
	n.print(out, took)
	if err := out.Flush(); err != nil { // a bufio.Writer keeps its first error
		code = config.fail(ExitFailed, fmt.Errorf("the report is incomplete: %w", err))
	}
	return code
}

// fail reports why a run ends with a code other than 0.
func (c Config) fail(code int, err error) int {
	fmt.Fprintln(c.Err, "node:", err)
	return code
}
