// Command write writes the small event types beside Trade, so that the measured bus is one of 80 types and not of one.
package main

import (
	"fmt"
	"os"

	"github.com/busgen/busgen/bench/growth/source"
)

// beside is how many types there are but for Trade.
const beside = 79

func main() {
	if err := os.WriteFile("small.go", []byte(source.Events("domain", beside)), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}
