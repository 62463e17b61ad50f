// Package report turns the results of a run into tables, charts and the document that shows them.
package report

import (
	_ "embed"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/results"
	"github.com/busgen/busgen/bench/targets"
)

//go:embed performance.md.tmpl
var page string

// Write renders the document and its charts into this folder: performance.md, and
// performance/*.svg.
func Write(folder string, s *results.Set) error {
	charts := filepath.Join(folder, "performance")
	if err := os.RemoveAll(charts); err != nil {
		return err
	}
	if err := os.MkdirAll(charts, 0o755); err != nil {
		return err
	}
	tables := Tables(s)
	t, err := template.New("performance.md").Funcs(template.FuncMap{
		"chart":  func(name, title string) (string, error) { return chart(tables, charts, name, title) },
		"table":  func(name string) (string, error) { return table(tables, name) },
		"run":    s.Description,
		"missed": missed,
		"ns": func(of, bus string) string {
			one, four, sixteen := nanos(of, bus, 1, s), nanos(of, bus, 4, s), nanos(of, bus, 16, s)
			return figure(one) + " / " + figure(four) + " / " + figure(sixteen)
		},
		"percent": func(bus string) string { return figure(nanos(buses.Trade.Name, bus, 4, s) * 100_000 / 1e9 * 100) },
	}).Parse(page)
	if err != nil {
		return err
	}
	var text strings.Builder
	if err := t.Execute(&text, verdicts(s)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "performance.md"), []byte(text.String()), 0o644)
}

// chart writes the chart of a table and returns a link to it.
func chart(tables map[string]Table, charts, name, title string) (string, error) {
	drawing, err := tables[name].Chart()
	if err != nil || drawing == nil {
		return "", err
	}
	link := fmt.Sprintf("![%s](performance/%s.svg)", title, name)
	return link, os.WriteFile(filepath.Join(charts, name+".svg"), drawing, 0o644)
}

func table(tables map[string]Table, name string) (string, error) {
	t, known := tables[name]
	if !known {
		return "", fmt.Errorf("there is no table %s", name)
	}
	return t.Markdown(), nil
}

// nanos returns the time of an event on a bus, or on the fastest peer if the name is best.
func nanos(of, bus string, fanout int, s *results.Set) float64 {
	for _, c := range buses.All() {
		if c.Name != of {
			continue
		}
		value, found := c.Nanos(s, fanout, bus)
		if bus == "best" {
			value, found = c.Best(s, fanout)
		}
		if found {
			return value
		}
	}
	return math.NaN()
}

// figure returns a number as tables show it, or a dash if it was not measured.
func figure(n float64) string {
	if math.IsNaN(n) {
		return "-"
	}
	return number(n)
}

// miss is targets that were missed for the same reason.
type miss struct{ Names, Why string }

func missed(verdicts []targets.Verdict) []miss {
	var all []miss
	for _, v := range verdicts {
		name := "`" + v.Name + "`"
		i := slices.IndexFunc(all, func(m miss) bool { return m.Why == v.Why })
		switch {
		case v.OK:
		case i < 0:
			all = append(all, miss{name, v.Why})
		default:
			all[i].Names += ", " + name
		}
	}
	return all
}

func verdicts(s *results.Set) []targets.Verdict {
	var all []targets.Verdict
	for _, t := range targets.All() {
		all = append(all, t.Judge(s))
	}
	return all
}
