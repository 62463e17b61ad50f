package report

import (
	"fmt"
	"math"
	"strconv"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/results"
)

// Tables are those of a run, by name.
func Tables(s *results.Set) map[string]Table {
	all := map[string]Table{}
	for _, t := range []Table{
		carried(s, "end-to-end", measure.EndToEnd), carried(s, "dispatch", measure.Dispatch),
		allocations(s), consumers(s), heap(s), payload(s), slices(s), capabilities(s), route(s), build(s), code(s), tools(s),
		cores(s), stored(s), live(s),
	} {
		all[t.Name] = t
	}
	return all
}

// Sizes are the numbers of event types of which growth is measured.
var Sizes = []int{10, 80, 500, 2000}

// cell is a median divided by scale.
func cell(s *results.Set, name, unit string, scale float64) float64 {
	if value, ok := s.Median(name, unit); ok {
		return value / scale
	}
	return math.NaN()
}

func carried(s *results.Set, name string, mode measure.Mode) Table {
	t := Table{Name: name, Rows: "bus", Unit: "ns an event"}
	for _, fanout := range buses.Fanouts {
		t.Columns = append(t.Columns, strconv.Itoa(fanout))
	}
	for _, b := range buses.All {
		row := Row{Label: b.Title, Note: b.Note}
		for _, fanout := range buses.Fanouts {
			row.Cells = append(row.Cells, cell(s, results.Carried(mode, fanout, b.Name), results.Nanos, 1))
		}
		t.Lines = append(t.Lines, row)
	}
	return t
}

func allocations(s *results.Set) Table {
	t := Table{Name: "allocations", Rows: "bus", Columns: []string{"1", "4", "16"}, Unit: "allocations an event"}
	for _, b := range buses.All {
		row := Row{Label: b.Title}
		for _, fanout := range buses.Fanouts {
			row.Cells = append(row.Cells, cell(s, results.Carried(measure.EndToEnd, fanout, b.Name), results.Allocations, 1))
		}
		t.Lines = append(t.Lines, row)
	}
	return t
}

// routers are the columns of the tables about routers.
var routers = []struct{ bus, title string }{
	{buses.ByValue, "by value"}, {buses.ByInterface, "by interface"}, {buses.Churned, "by value, attaching and detaching 1000 times a second"},
}

func routerTable(s *results.Set, t Table, name func(row int, bus string) string) Table {
	for _, r := range routers {
		t.Columns = append(t.Columns, r.title)
	}
	for i := range t.Lines {
		for _, r := range routers {
			t.Lines[i].Cells = append(t.Lines[i].Cells, cell(s, name(i, r.bus), results.Nanos, 1))
		}
	}
	return t
}

func consumers(s *results.Set) Table {
	t := Table{Name: "consumers", Rows: "consumers", Unit: "ns an event", Lines: numbered(buses.Numbers), Scale: true}
	return routerTable(s, t, func(row int, bus string) string {
		return results.Carried(measure.EndToEnd, buses.Numbers[row], bus)
	})
}

func heap(s *results.Set) Table {
	t := Table{Name: "heap", Rows: "live heap", Unit: "ns an event",
		Lines: []Row{{Label: "nothing to mark"}, {Label: "64 MiB of small objects"}}}
	return routerTable(s, t, func(row int, bus string) string {
		return results.Carried(measure.EndToEnd, 4, bus) + [...]string{"", "/heap=64MiB"}[row]
	})
}

func payload(s *results.Set) Table {
	bytes := []int{16, 64, 128, 256, 512}
	t := Table{Name: "payload", Rows: "bytes", Unit: "ns an event", Lines: numbered(bytes), Scale: true}
	t.kinds(s, "Payload/bytes", bytes, "numbers", "strings")
	return t
}

func slices(s *results.Set) Table {
	lengths := []int{4, 64}
	t := Table{Name: "slices", Rows: "length", Unit: "ns an event", Lines: numbered(lengths)}
	t.kinds(s, "Slice/length", lengths, "slice", "list")
	return t
}

// kinds adds a column for each kind of payload and each kind of interest.
func (t *Table) kinds(s *results.Set, name string, numbers []int, kinds ...string) {
	for _, of := range kinds {
		for _, by := range []string{"value", "interface"} {
			t.Columns = append(t.Columns, fmt.Sprintf("%s, by %s", of, by))
			t.fill(func(row int) float64 {
				return cell(s, fmt.Sprintf("%s=%d/of=%s/by=%s", name, numbers[row], of, by), results.Nanos, 1)
			})
		}
	}
}

func capabilities(s *results.Set) Table {
	counts := []int{1, 2, 4, 8}
	t := Table{Name: "capabilities", Rows: "capabilities", Columns: []string{"a consumer of each"}, Unit: "ns an event",
		Lines: numbered(counts), Scale: true}
	t.fill(func(row int) float64 {
		return cell(s, fmt.Sprintf("Capabilities/count=%d/by=interface", counts[row]), results.Nanos, 1)
	})
	return t
}

func route(s *results.Set) Table {
	t := Table{Name: "route", Rows: "event types", Columns: []string{"one type", "a random mix"}, Unit: "ns an event",
		Lines: numbered(Sizes), Scale: true}
	for _, of := range []string{"one", "mix"} {
		t.fill(func(row int) float64 { return cell(s, results.Route(Sizes[row], of), results.Nanos, 1) })
	}
	return t
}

func build(s *results.Set) Table {
	t := Table{Name: "build", Rows: "event types", Columns: []string{"in all", "a type"}, Unit: "ms", Lines: numbered(Sizes), Scale: true}
	for _, each := range []bool{false, true} {
		t.fill(func(row int) float64 {
			scale := 1e6
			if each {
				scale *= float64(Sizes[row])
			}
			return cell(s, results.Build(Sizes[row]), results.Nanos, scale)
		})
	}
	return t
}

func code(s *results.Set) Table {
	t := Table{Name: "code", Rows: "event types", Columns: []string{"lines", "kB", "lines of the longest function"},
		Lines: numbered(Sizes), Scale: true}
	for _, of := range []struct {
		unit  string
		scale float64
	}{{results.Lines, 1}, {results.Bytes, 1000}, {results.Longest, 1}} {
		t.fill(func(row int) float64 { return cell(s, results.Code(Sizes[row]), of.unit, of.scale) })
	}
	return t
}

func tools(s *results.Set) Table {
	t := Table{Name: "tools", Rows: "program", Columns: []string{"80 types", "2000 types"}, Unit: "ms"}
	for _, tool := range growth.Compared {
		t.Lines = append(t.Lines, Row{Label: tool.Title})
	}
	for _, types := range []int{80, 2000} {
		t.fill(func(row int) float64 {
			return cell(s, results.Tool(growth.Compared[row].Name, types), results.Nanos, 1e6)
		})
	}
	return t
}

// numbered are rows that are numbers.
func numbered(numbers []int) []Row {
	rows := make([]Row, len(numbers))
	for i, n := range numbers {
		rows[i] = Row{Label: strconv.Itoa(n), X: float64(n)}
	}
	return rows
}

// fill adds a column.
func (t *Table) fill(value func(row int) float64) {
	for i := range t.Lines {
		t.Lines[i].Cells = append(t.Lines[i].Cells, value(i))
	}
}
