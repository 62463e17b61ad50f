package main

import (
	"fmt"
	"os"
	"runtime/debug"
)

// memory is the number of bytes from which on the garbage collector runs, where the environment sets none. A run is short and most of
// what it makes lives to its end, so collecting earlier costs time and frees little.
const memory = 512 << 20

func main() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(-1)
		debug.SetMemoryLimit(memory)
	}
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "busgen:", err)
		os.Exit(exitUsage)
	}
	os.Exit(run(os.Args[1:], dir, os.Stdout, os.Stderr))
}
