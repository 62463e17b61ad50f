package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/results"
)

// printTable prints the medians of all buses, in nanoseconds an event, by number of consumers.
func printTable(to io.Writer, s *results.Set) {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, c := range buses.All() {
		fmt.Fprintf(w, "%s, ns an event for consumers\t", c.Name)
		for _, fanout := range c.Fanouts {
			fmt.Fprintf(w, "%d\t", fanout)
		}
		fmt.Fprintln(w)
		for _, b := range c.Buses {
			row, measured := "", false
			for _, fanout := range c.Fanouts {
				nanos, ok := c.Nanos(s, fanout, b.Name)
				row, measured = row+fmt.Sprintf("%.1f\t", nanos), measured || ok
			}
			if measured {
				fmt.Fprintf(w, "%s\t%s\n", b.Title, row)
			}
		}
	}
	_ = w.Flush() // to a terminal or a log
}
