package main

import (
	"fmt"
	"os"
	"runtime/debug"
)

// garbage is the value of GOGC if the environment does not set it. A run is short, and most of its memory is in use until the end, so
// collecting more often costs time and frees little.
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
