package main

import (
	"fmt"
	"os"
	"runtime/debug"
)

// garbage is by how many percent of the live heap the heap may grow until the garbage collector runs, where the environment does not say.
// A run is short, and most of what it makes lives to its end, so collecting more often costs time and frees little.
const garbage = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "busgen:", err)
		os.Exit(exitUsage)
	}
	os.Exit(run(os.Args[1:], dir, os.Stdout, os.Stderr))
}
