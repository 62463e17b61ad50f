package run

import (
	"bufio"
	"fmt"
	"math"
	"time"
)

// print writes the report.
func (n *node) print(out *bufio.Writer, took time.Duration) {
	t := n.tally
	fmt.Fprintln(out, marketTable(t.markets))
	fmt.Fprintln(out, profitTable(profits(n.positions.All())))
	fmt.Fprintln(out, kindTable(t.seen()))
	fmt.Fprintf(out, "cascades: %d, %d parties closed out, %d trades of them with each other, %d payments cut short or not made in full\n",
		t.count("PositionResolution"), t.closed, t.offset, t.count("LossSocialization"))
	fmt.Fprintf(out, "workflow errors: %d\n", t.errors)
	fmt.Fprintf(out, "throughput: %d events in %d blocks, %.2f s (%.0f events/s)\n", t.events, t.blocks, took.Seconds(), rate(t.events, took))
	fmt.Fprintf(out, "digest: %s\n", n.digest.Sum())
	if n.db != nil {
		fmt.Fprintf(out, "database: %s, height %d\n", n.db.Path(), n.db.Height())
	}
	if n.auditor != nil {
		n.printAudit(out)
	}
}

func rate(events uint64, took time.Duration) float64 {
	if took <= 0 {
		return 0
	}
	return math.Round(float64(events) / took.Seconds())
}

// printAudit writes the result of the audit.
func (n *node) printAudit(out *bufio.Writer) {
	for _, finding := range n.auditor.Findings() {
		fmt.Fprintln(out, finding)
	}
	if err := n.auditor.Err(); err != nil {
		fmt.Fprintf(out, "audit: %v\n", err)
		return
	}
	fmt.Fprintf(out, "audit: clean, %d transactions\n", n.auditor.Transactions())
}
