package report

import (
	"strconv"

	"github.com/busgen/busgen/bench/core"
	"github.com/busgen/busgen/bench/results"
)

// cores is the trading core with more and more behind it.
func cores(s *results.Set) Table {
	t := Table{Name: "core", Rows: "behind the core", Columns: []string{"ns an event", "thousand events a second"}}
	for _, row := range []struct{ behind, title string }{
		{"nothing", "nothing"}, {"bus", "a router without consumers"}, {"positions", "the positions plug-in"},
		{"stores", "digest, positions plug-in and stores"},
	} {
		nanos := cell(s, core.Behind(row.behind), results.Nanos, 1)
		t.Lines = append(t.Lines, Row{Label: row.title, Cells: []float64{nanos, 1e6 / nanos}})
	}
	return t
}

// stored compares the stores with a plain loop.
func stored(s *results.Set) Table {
	t := Table{Name: "stores", Rows: "writes", Columns: []string{"µs a row", "thousand rows a second"}}
	for _, row := range []struct{ by, title string }{
		{"stores", "the stores, from events"}, {"loop", "a loop of prepared single-row statements, from rows made before"},
	} {
		micros := cell(s, core.Stored(row.by), core.Rows, 1e3)
		t.Lines = append(t.Lines, Row{Label: row.title, Cells: []float64{micros, 1e3 / micros}})
	}
	return t
}

// live is the live heap after so many events.
func live(s *results.Set) Table {
	t := Table{Name: "live", Rows: "million events", Columns: []string{"live heap, MB"}}
	for _, millions := range core.Millions {
		mega := cell(s, core.Heap(millions), core.Live, 1e6)
		t.Lines = append(t.Lines, Row{Label: strconv.Itoa(millions), Cells: []float64{mega}})
	}
	return t
}
