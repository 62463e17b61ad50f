package replay

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/busgen/busgen/node/stream"
)

// Mismatch is one figure that is not as recorded, or a row that should be there and is not, or the reverse.
type Mismatch struct {
	File string
	// Line is that of the checkpoint or of the expected positions.
	Line          int
	Market, Party string
	// Field names the figure; it is "row" where a whole row is missing or surplus, which Got and Want then say.
	Field     string
	Got, Want string
}

// The field of rows that only one side has, and what either side then says.
const (
	fieldRow = "row"
	present  = "present"
	missing  = "missing"
)

// String is the mismatch on one line. Names that would break the line or blur where they end are quoted.
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

// compare gives every difference between the rows of a checkpoint and those that the plug-in holds, sorted by market and
// party, and how many rows of the checkpoint are as they should be.
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

// compareRow gives the differences of one row, in the order of its figures.
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
