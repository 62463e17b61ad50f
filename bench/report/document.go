package report

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/busgen/busgen/bench/results"
	"github.com/busgen/busgen/bench/targets"
)

//go:embed performance.md.tmpl
var page string

// Write renders the document and its charts into this folder: performance.md, and performance/*.svg.
func Write(folder string, s *results.Set) error {
	charts := filepath.Join(folder, "performance")
	if err := os.MkdirAll(charts, 0o755); err != nil {
		return err
	}
	tables := Tables(s)
	t, err := template.New("performance.md").Funcs(template.FuncMap{
		"table":   func(name string) (string, error) { return show(tables, charts, name) },
		"numbers": func(name string) (string, error) { return plain(tables, name) },
		"run":     s.Description,
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

// show is a table and its chart, which it writes.
func show(tables map[string]Table, charts, name string) (string, error) {
	text, err := plain(tables, name)
	if err != nil {
		return "", err
	}
	drawing, err := tables[name].Chart()
	if err != nil || drawing == nil {
		return text, err
	}
	if err := os.WriteFile(filepath.Join(charts, name+".svg"), drawing, 0o644); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s\n![the same as a chart](performance/%s.svg)", text, name), nil
}

func plain(tables map[string]Table, name string) (string, error) {
	t, known := tables[name]
	if !known {
		return "", fmt.Errorf("there is no table %s", name)
	}
	return t.Markdown(), nil
}

func verdicts(s *results.Set) []targets.Verdict {
	var all []targets.Verdict
	for _, t := range targets.All() {
		all = append(all, t.Judge(s))
	}
	return all
}
