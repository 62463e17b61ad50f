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
	fmt.Fprintf(out, "cascades: %d, parties closed out: %d, trades between them: %d\n", t.count("PositionResolution"), t.closed, t.offset)
	fmt.Fprintf(out, "shared losses: %d\n", t.count("LossSocialization"))
	fmt.Fprintf(out, "rejected: %d (normal: the order was gone, or the money too little)\n", t.rejected)
	fmt.Fprintf(out, "throughput: %d events in %s, %.2f s (%.0f events/s)\n",
		t.events, number(t.blocks, "block"), took.Seconds(), rate(t.events, took))
	fmt.Fprintf(out, "digest: %s\n", n.digest.Sum())
	if n.db != nil {
		n.printDatabase(out)
	}
	if n.auditor != nil {
		n.printAudit(out)
	}
}

// printDatabase writes where the stores are. If the file had blocks before the run, it writes what the run did with them.
func (n *node) printDatabase(out *bufio.Writer) {
	height := n.db.Height()
	fmt.Fprintf(out, "database: %s, height %d\n", n.db.Path(), height)
	if n.found > 0 {
		compared := min(n.found, n.tally.blocks)
		fmt.Fprintf(out, "continued: the file had %s; compared %d, added %d\n", number(n.found, "block"), compared, height-n.found)
	}
}

// number returns a number of things, with the plural of their name.
func number(n uint64, name string) string {
	if n != 1 {
		name += "s"
	}
	return fmt.Sprintf("%d %s", n, name)
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
	fmt.Fprintf(out, "audit: clean, %s\n", number(n.auditor.Transactions(), "transaction"))
}
