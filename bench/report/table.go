// Package report turns the results of a run into tables, charts and the document that shows them.
package report

import (
	"fmt"
	"math"
	"strings"
)

// Table is numbers by rows and columns, of which a chart can be made too.
type Table struct {
	Name    string // of its chart's file too
	Rows    string // what a row is
	Columns []string
	Unit    string // of all numbers, or empty
	Lines   []Row
	Scale   bool // rows are numbers: the chart has lines, else dots
}

// Row is one line of a table. A number that was not measured is not a number.
type Row struct {
	Label string
	Note  string
	X     float64 // where rows are numbers
	Cells []float64
}

// Markdown is the table as text. Rows of which nothing was measured are left out, and so are notes if there are none.
func (t Table) Markdown() string {
	var b strings.Builder
	notes := ""
	for _, r := range t.Lines {
		if r.Note != "" {
			notes = " |"
		}
	}
	fmt.Fprintf(&b, "| %s | %s |%s\n|", t.Rows, strings.Join(t.Columns, " | "), notes)
	b.WriteString(" --- |" + strings.Repeat(" ---: |", len(t.Columns)) + strings.Repeat(" --- |", len(notes)/2) + "\n")
	for _, r := range t.measured() {
		fmt.Fprintf(&b, "| %s |", r.Label)
		for _, c := range r.Cells {
			b.WriteString(" " + number(c) + " |")
		}
		if notes != "" {
			fmt.Fprintf(&b, " %s |", r.Note)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// measured are the rows that have a number.
func (t Table) measured() []Row {
	var some []Row
	for _, r := range t.Lines {
		for _, c := range r.Cells {
			if !math.IsNaN(c) {
				some = append(some, r)
				break
			}
		}
	}
	return some
}

// number shows three digits, or all of what is left of the point.
func number(n float64) string {
	switch {
	case math.IsNaN(n):
		return ""
	case n >= 100:
		return fmt.Sprintf("%.0f", n)
	case n >= 10:
		return fmt.Sprintf("%.1f", n)
	default:
		return fmt.Sprintf("%.2f", n)
	}
}
