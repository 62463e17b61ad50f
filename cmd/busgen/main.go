package main

import (
	"fmt"
	"os"
)

func main() {
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "busgen:", err)
		os.Exit(exitUsage)
	}
	os.Exit(run(os.Args[1:], dir, os.Stdout, os.Stderr))
}
