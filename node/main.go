// Node is the reference trading node's command line. It has two verbs:
//
//	node run [-blocks N] [-markets M] [-parties P] [-seed S] [-db FILE] [-audit] [-stores=false]
//
// runs an exchange with simulated traders, whose events go to a database, and reports.
//
//	node replay [-table] FILE|DIR …
//
// replays recorded event streams through the bus and the positions plug-in and compares the positions with those that were
// recorded.
//
// Both exit with 0 if all is well, with 1 if not, with 2 if the command line cannot be understood; run exits with 130 if a
// signal stopped it.
package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// Exit codes that all verbs have.
const (
	exitDone  = 0
	exitUsage = 2
)

// console is where a verb reports.
type console struct {
	out, err io.Writer
	progress bool // err is a terminal
}

func main() {
	terminal := term.IsTerminal(int(os.Stderr.Fd()))
	os.Exit(command(os.Args[1:], console{out: os.Stdout, err: os.Stderr, progress: terminal}))
}

// command understands the command line and gives the exit code.
func command(arguments []string, c console) int {
	if len(arguments) == 0 {
		return c.misuse("no verb: write node run or node replay")
	}
	switch verb := arguments[0]; verb {
	case "run":
		return runVerb(arguments[1:], c)
	case "replay":
		return replayVerb(arguments[1:], c)
	case "help", "-h", "-help", "--help":
		return c.help()
	default:
		return c.misuse(fmt.Sprintf("unknown verb %q: write run or replay", verb))
	}
}

func (c console) help() int {
	fmt.Fprint(c.out, usage)
	return exitDone
}

func (c console) misuse(what string) int {
	fmt.Fprintf(c.err, "node: %s\n\n%s", what, usage)
	return exitUsage
}
