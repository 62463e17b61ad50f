// Command bench measures what a user pays for this project's buses, for generated code and for the
// generator, beside other buses, and reports whether its targets are reached.
//
//	go run . -quick            prints a line for each target, in less than 90 seconds
//	go run . -all              measures everything; writes results/latest.txt and ../docs/performance.md
//	go run . -docs             writes ../docs/performance.md from results/latest.txt
//	go run . -quick -lenient   fails only if a bus loses, doubles or reorders events, for noisy machines
//
// It runs in its own folder. The exit code is 1 if a target is missed by more than 15 %, and 2 if
// something was delivered wrongly or could not be measured; go run makes 1 of both and prints
// which.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/busgen/busgen/bench/results"
	"github.com/busgen/busgen/bench/targets"
)

func main() {
	quick := flag.Bool("quick", false, "measure the targets only")
	all := flag.Bool("all", false, "measure everything, and write the results and the document")
	document := flag.Bool("docs", false, "write the document from the last results")
	lenient := flag.Bool("lenient", false, "a missed target is no failure")
	flag.Parse()
	code, err := bench(*quick, *all, *document)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
	if code != 0 && !*lenient {
		os.Exit(code)
	}
}

func bench(quick, all, document bool) (code int, err error) {
	switch {
	case quick:
		s, err := quickly.measure()
		if err != nil {
			return 0, err
		}
		return judge(s, false), nil
	case all:
		s, err := thoroughly.measure()
		if err != nil {
			return 0, err
		}
		return judge(s, true), save(s)
	case document:
		return 0, writeDocument()
	default:
		flag.Usage()
		return 2, nil
	}
}

// judge prints the times of all buses, then a line for each target, and returns the exit code.
// Targets of the long run are left out if long is false.
func judge(s *results.Set, long bool) int {
	printTable(os.Stdout, s)
	code := 0
	for _, t := range targets.All() {
		if t.Long && !long {
			continue
		}
		v := t.Judge(s)
		fmt.Println(v)
		if v.Cause != "" {
			fmt.Fprintf(os.Stderr, "bench: %s: %s\n", t.Name, v.Cause)
		}
		if v.Failed {
			code = 1
		}
	}
	return code
}
