package report

import (
	"math"
	"strconv"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/results"
)

// Tables returns those of a run by name.
func Tables(s *results.Set) map[string]Table {
	all := map[string]Table{}
	for _, t := range []Table{
		carried(s, "end-to-end", buses.Trade), carried(s, "small", buses.Small), carried(s, "slices", buses.Slices),
		carried(s, "dispatch", buses.Dispatch), allocations(s), tools(s), builds(s), cores(s), stored(s), live(s),
	} {
		all[t.Name] = t
	}
	return all
}

// cell returns a median divided by scale, or NaN.
func cell(s *results.Set, name, unit string, scale float64) float64 {
	if value, ok := s.Median(name, unit); ok {
		return value / scale
	}
	return math.NaN()
}

func carried(s *results.Set, name string, of buses.Comparison) Table {
	return byFanout(Table{Name: name, Unit: "ns an event"}, of, func(fanout int, b measure.Bus) float64 {
		return cell(s, results.Carried(of.Name, fanout, b.Name), results.Nanos, 1)
	})
}

func allocations(s *results.Set) Table {
	t := byFanout(Table{Name: "allocations"}, buses.Trade, func(fanout int, b measure.Bus) float64 {
		return cell(s, results.Carried(buses.Trade.Name, fanout, b.Name), results.Allocations, 1)
	})
	for i := range t.Lines {
		t.Lines[i].Note = "" // the table before has them
	}
	return t
}

// byFanout fills a table with a row for each bus and a column for each number of consumers.
func byFanout(t Table, of buses.Comparison, value func(fanout int, b measure.Bus) float64) Table {
	t.Rows = "bus"
	for _, fanout := range of.Fanouts {
		t.Columns = append(t.Columns, strconv.Itoa(fanout))
	}
	for _, b := range of.Buses {
		row := Row{Label: b.Title, Note: b.Note}
		for _, fanout := range of.Fanouts {
			row.Cells = append(row.Cells, value(fanout, b))
		}
		t.Lines = append(t.Lines, row)
	}
	return t
}

func tools(s *results.Set) Table {
	t := Table{Name: "tools", Rows: "program", Columns: []string{"80 types", "2000 types"}, Unit: "ms"}
	for _, tool := range []struct{ name, title string }{
		{growth.GoList, "`go list -export -deps -json=ImportPath,Export`"}, {growth.Busgen, "busgen"},
	} {
		row := Row{Label: tool.title}
		for _, types := range []int{80, 2000} {
			row.Cells = append(row.Cells, cell(s, results.Tool(tool.name, types), results.Nanos, 1e6))
		}
		t.Lines = append(t.Lines, row)
	}
	return t
}

func builds(s *results.Set) Table {
	columns := []string{"s", "s of processor", "ms a type", "lines an event"}
	t := Table{Name: "build", Rows: "generated package", Columns: columns}
	for _, of := range []struct {
		edition, title string
		types          int
	}{
		{growth.First, "80 types, first edition", 80}, {growth.Current, "80 types", 80}, {growth.Current, "2000 types", 2000},
	} {
		name := results.Build(of.edition, of.types)
		t.Lines = append(t.Lines, Row{Label: of.title, Cells: []float64{
			cell(s, name, results.Nanos, 1e9), cell(s, name, results.Processor, 1e9),
			cell(s, name, results.Nanos, 1e6*float64(of.types)), cell(s, name, results.Lines, 1),
		}})
	}
	return t
}
