package report

import (
	"fmt"
	"math"
	"strings"
)

// Table holds numbers by rows and columns.
type Table struct {
	Name    string // and that of the file of its chart
	Rows    string // what a row is
	Columns []string
	Unit    string // of all numbers, or empty
	Lines   []Row
}

// Row is one line of a table. A cell that was not measured is NaN.
type Row struct {
	Label string
	Note  string
	Cells []float64
}

// Markdown returns the table as text. It leaves out rows without a number, and the column of notes
// if there are none.
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

// measured returns the rows that have a number.
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

// number returns three digits, or all of those before the point.
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
