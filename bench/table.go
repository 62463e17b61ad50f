package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/results"
)

// printTable shows the medians of all buses, in nanoseconds an event, by number of consumers.
func printTable(to io.Writer, s *results.Set) {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, mode := range []measure.Mode{measure.EndToEnd, measure.Dispatch} {
		fmt.Fprintf(w, "%v, ns an event at fan-out\t1\t4\t16\t\n", mode)
		for _, b := range buses.All {
			if row, measured := nanos(s, mode, b.Name); measured {
				fmt.Fprintf(w, "%s\t%.1f\t%.1f\t%.1f\t\n", b.Title, row[0], row[1], row[2])
			}
		}
	}
	_ = w.Flush() // to a terminal or a log
}

func nanos(s *results.Set, mode measure.Mode, bus string) (row [3]float64, measured bool) {
	for i, fanout := range buses.Fanouts {
		n, ok := s.Median(results.Carried(mode, fanout, bus), results.Nanos)
		row[i], measured = n, measured || ok
	}
	return row, measured
}
