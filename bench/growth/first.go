package growth

import (
	"embed"
	"io/fs"
	"strings"
	"text/template"
)

// first holds the first edition of this project, with which build times are compared: the runtime
// under generated code as it was, and templates of what busgen wrote for a grown domain of 80 event
// types.
//
//go:embed testdata/first
var first embed.FS

const (
	runtimeOfFirst   = "testdata/first/busgen"
	generatedByFirst = "testdata/first/generated"
	typesOfFirst     = 80
)

// event is the data of the template of one event.
type event struct {
	ID     string
	Number int // of its kind
}

// firstEdition returns the files of a module as the first edition would have left it, and of that
// edition beside it.
func firstEdition() (map[string]string, error) {
	files := domain(typesOfFirst)
	if err := readRuntime(files); err != nil {
		return nil, err
	}
	templates, err := template.ParseFS(first, generatedByFirst+"/*.tmpl")
	if err != nil {
		return nil, err
	}
	ids := make([]string, typesOfFirst)
	for i := range ids {
		ids[i] = id(i)
	}
	for _, t := range templates.Templates() {
		name := strings.TrimSuffix(t.Name(), ".tmpl")
		if name != "event.go" {
			if files["generated/"+name], err = fill(t, ids); err != nil {
				return nil, err
			}
			continue
		}
		for i, id := range ids {
			if files["generated/ev"+id+"_event.go"], err = fill(t, event{id, 16 + i}); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}

func readRuntime(files map[string]string) error {
	files["busgen/go.mod"] = "module github.com/busgen/busgen\n\ngo 1.26.0\n"
	return fs.WalkDir(first, runtimeOfFirst, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := first.ReadFile(path)
		files["busgen"+strings.TrimPrefix(path, runtimeOfFirst)] = string(text)
		return err
	})
}

func fill(t *template.Template, data any) (string, error) {
	var b strings.Builder
	err := t.Execute(&b, data)
	return b.String(), err
}
