package diag

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
)

// List collects diagnostics. Its zero value is empty and ready for use.
type List []Diagnostic

// Add appends one finding.
func (l *List) Add(d Diagnostic) {
	*l = append(*l, d)
}

// Addf appends a finding that has neither related places nor a hint.
func (l *List) Addf(pos token.Position, format string, args ...any) {
	l.Add(Diagnostic{Pos: pos, Message: fmt.Sprintf(format, args...)})
}

// Append appends the findings of other.
func (l *List) Append(other List) {
	*l = append(*l, other...)
}

// Failed reports whether any finding is an error, and not only a note.
func (l List) Failed() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return !d.Note })
}

// Sorted returns the findings in order of file, line, column and message, each once. The first of two with the same place
// and message wins.
func (l List) Sorted() List {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, compare)
	return slices.CompactFunc(sorted, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Pos.Filename, b.Pos.Filename),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Message, b.Message),
	)
}
