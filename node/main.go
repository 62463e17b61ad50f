// Node is the reference trading node's command line. So far it has one verb:
//
//	node replay [-table] FILE|DIR …
//
// replays recorded event streams through the bus and the positions plug-in and compares the positions with those that were
// recorded. It exits with 0 if everything matches, with 1 if not, with 2 if the command line cannot be understood.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"github.com/busgen/busgen/node/replay"
)

const usage = `Node replays recorded event streams and compares positions.

usage: node replay [-table] FILE|DIR …

Each FILE is a recorded stream; a DIR stands for the *.jsonl files in it, by name. Every stream is fed to a bus of its own
with the positions plug-in attached, and all figures of every checkpoint and expected row are compared. Prints mismatches (file,
market, party, field, got, want), for one file the positions as a table, and last

    replay: F of F streams match, P of P positions, E events in S s (N events/s)

where the positions are the rows of checkpoints and expected lines, and the events include the begin and the end of blocks.
Errors in streams go to standard error, as file:line: cause; the other files are still replayed.

  -table    print a table even if there are several files: of the first that has the most positions
  -h        print this text

exit codes: 0 everything matches, 1 something does not or cannot be read, 2 usage
`

func main() {
	terminal := term.IsTerminal(int(os.Stderr.Fd()))
	os.Exit(run(os.Args[1:], replay.Config{Out: os.Stdout, Err: os.Stderr, Progress: terminal}))
}

// run understands the command line and gives the exit code.
func run(arguments []string, config replay.Config) int {
	if len(arguments) == 0 {
		return misuse(config.Err, "no verb")
	}
	switch verb := arguments[0]; verb {
	case "replay":
		return runReplay(arguments[1:], config)
	case "help", "-h", "-help", "--help":
		fmt.Fprint(config.Out, usage)
		return replay.ExitMatch
	default:
		return misuse(config.Err, fmt.Sprintf("unknown verb %q", verb))
	}
}

func runReplay(arguments []string, config replay.Config) int {
	flags := flag.NewFlagSet("replay", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // misuse says it
	flags.BoolVar(&config.Table, "table", false, "")
	err := flags.Parse(arguments)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(config.Out, usage)
		return replay.ExitMatch
	case err != nil:
		return misuse(config.Err, err.Error())
	case flags.NArg() == 0:
		return misuse(config.Err, "replay needs a file or a folder")
	}
	return replay.Run(config, flags.Args())
}

func misuse(out io.Writer, what string) int {
	fmt.Fprintf(out, "node: %s\n\n%s", what, usage)
	return replay.ExitUsage
}
