// Node is the command of the reference trading node. It has two verbs:
//
//	node run [flags]
//
// runs an exchange with simulated traders, writes its events to a database, and prints a report.
//
//	node replay [flags] FILE|DIR …
//
// replays recorded event streams through the bus and the positions plug-in, and compares the positions with the recorded ones.
//
// "node help VERB" lists the flags of a verb, "node completion SHELL" prints the completion script of a shell.
//
// The exit code is 0 if all is well, 1 if not, 2 after a usage error. Run exits with 130 if a signal stopped it.
package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Exit codes of all verbs.
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
