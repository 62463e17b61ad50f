package replay

import (
	"bufio"
	"fmt"
	"io"
	"time"

	"github.com/busgen/busgen/node/progress"
)

// Exit codes of [Run]; a command line that cannot be understood has [ExitUsage].
const (
	ExitMatch    = 0
	ExitMismatch = 1
	ExitUsage    = 2
)

// Config configures the report of a replay.
type Config struct {
	// Out receives mismatches, the table and the tally; Err receives errors and the progress bar.
	Out, Err io.Writer
	// Progress draws a progress bar on Err, which should then be a terminal. The default is none.
	Progress bool
	// Table prints the positions of one file even if there are several: of the first with the most positions. A single file always has
	// its table.
	Table bool
}

// Run replays the files that the arguments name, one after another, and reports on each; the last lines of Out are the tally. It returns
// [ExitMatch] if every argument could be read and everything matched, and [ExitMismatch] otherwise, or if the report cannot be written.
func Run(config Config, arguments []string) int {
	files, faults := Paths(arguments)
	for _, fault := range faults {
		fmt.Fprintln(config.Err, fault)
	}
	out := bufio.NewWriter(config.Out)
	tally, largest := runFiles(config, out, files)
	if largest.Fault == nil && (len(files) == 1 || config.Table && len(files) > 1) {
		fmt.Fprintln(out, positionTables(largest))
	}
	fmt.Fprintln(out, tally)
	if err := out.Flush(); err != nil { // a bufio.Writer keeps its first error
		fmt.Fprintln(config.Err, "the report is incomplete:", err)
		return ExitMismatch
	}
	if len(faults) > 0 || tally.MatchingStreams < tally.Streams {
		return ExitMismatch
	}
	return ExitMatch
}

// runFiles replays the files. It returns the tally, and of the files that could be read the result of the first with the most positions.
func runFiles(config Config, out *bufio.Writer, files []string) (tally Tally, largest Result) {
	bar := progress.New(config.Err, config.Progress, len(files), "replaying")
	defer bar.Clear()
	start := time.Now() // for the report only: no event depends on it
	for i, file := range files {
		result := File(file)
		tally.add(result)
		if !result.Matches() {
			bar.Clear()
			report(out, config.Err, result)
		}
		if i == 0 || result.larger(largest) {
			largest = result
		}
		bar.Step()
	}
	tally.Took = time.Since(start)
	return tally, largest
}

// report prints the mismatches of a file and then its error, in this order also if both go to one terminal.
func report(out *bufio.Writer, faults io.Writer, result Result) {
	for _, mismatch := range result.Mismatches {
		fmt.Fprintln(out, mismatch)
	}
	_ = out.Flush() // Run sees the error when it flushes the tally
	if result.Fault != nil {
		fmt.Fprintln(faults, result.Fault)
	}
}
