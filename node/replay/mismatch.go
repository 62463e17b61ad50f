package replay

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/busgen/busgen/node/stream"
)

// Mismatch is a figure that differs from the recorded one, or a row that is missing or surplus.
type Mismatch struct {
	File string
	// Line is that of the checkpoint or of the expected positions.
	Line          int
	Market, Party string
	// Field names the figure. It is "row" if a whole row is missing or surplus; Got and Want then say which.
	Field     string
	Got, Want string
}

// The field of rows that only one side has, and the values of both sides.
const (
	fieldRow = "row"
	present  = "present"
	missing  = "missing"
)

// String returns the mismatch as one line. Names are quoted if they would break the line or if their end would be unclear.
func (m Mismatch) String() string {
	return fmt.Sprintf("%s:%d: mismatch: market %s, party %s, field %s: got %s, want %s",
		m.File, m.Line, name(m.Market), name(m.Party), m.Field, m.Got, m.Want)
}

func name(s string) string {
	if quoted := strconv.Quote(s); s == "" || len(quoted) != len(s)+2 || strings.ContainsAny(s, " ,:") {
		return quoted
	}
	return s
}

// compare returns every difference between the rows of a checkpoint and those of the plug-in, sorted by market and party, and the number
// of rows that match.
func compare(file string, want stream.Checkpoint, got []stream.Row) (matching int, differences []Mismatch) {
	held := make(map[stream.RowKey]stream.Row, len(got))
	for _, row := range got {
		held[row.RowKey] = row
	}
	for _, row := range want.Rows {
		have, ok := held[row.RowKey]
		delete(held, row.RowKey)
		found := compareRow(row, have, ok)
		if len(found) == 0 {
			matching++
		}
		differences = append(differences, found...)
	}
	for key := range held {
		differences = append(differences, Mismatch{Market: key.Market, Party: key.Party, Field: fieldRow, Got: present, Want: missing})
	}
	slices.SortStableFunc(differences, func(a, b Mismatch) int {
		return cmp.Or(cmp.Compare(a.Market, b.Market), cmp.Compare(a.Party, b.Party))
	})
	for i := range differences {
		differences[i].File, differences[i].Line = file, want.Line
	}
	return matching, differences
}

// compareRow returns the differences of one row, in the order of its figures.
func compareRow(want, got stream.Row, ok bool) []Mismatch {
	at := Mismatch{Market: want.Market, Party: want.Party}
	if !ok {
		at.Field, at.Got, at.Want = fieldRow, missing, present
		return []Mismatch{at}
	}
	var differences []Mismatch
	for f := range stream.Figures {
		if want.Figures[f] != got.Figures[f] {
			at.Field, at.Got, at.Want = f.String(), got.Figures[f], want.Figures[f]
			differences = append(differences, at)
		}
	}
	return differences
}
