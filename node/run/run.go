package run

import (
	"bufio"
	"context"
	"fmt"
	"time"

	"github.com/busgen/busgen/node/progress"
)

// Run runs the blocks and reports on Out. It gives one of the exit codes. When the context is done it ends after the block in hand.
func Run(ctx context.Context, config Config) int {
	if err := config.Validate(); err != nil {
		fmt.Fprintln(config.Err, "node:", err)
		return ExitUsage
	}
	n := assemble(config)
	start := time.Now() // for the report only: no event depends on it
	code := n.run(ctx, config)
	took := time.Since(start)
	out := bufio.NewWriter(config.Out)
	n.print(out, took)
	if !n.printAudit(out) {
		code = ExitFailed
	}
	if err := out.Flush(); err != nil { // a bufio.Writer keeps its first error
		fmt.Fprintln(config.Err, "node: the report is incomplete:", err)
		return ExitFailed
	}
	return code
}

// run runs the blocks, up to the last or to the one in hand when the context is done.
func (n *node) run(ctx context.Context, config Config) int {
	bar := progress.New(config.Err, config.Progress, int(config.Blocks), "running")
	defer bar.Clear()
	for height := uint64(1); height <= config.Blocks; height++ {
		if ctx.Err() != nil {
			return ExitInterrupted
		}
		n.block(height)
		bar.Step()
	}
	return ExitDone
}
