package breaking

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
)

// Version is the content of a generated package.
type Version struct {
	lock    string // path of the lock, for positions
	numbers []lock.Number
	shapes  shapes
	events  map[string]event // by name; only those with code
}

// event is the content of the code of an event.
type event struct {
	payload ast.Expr // the type of its payload
	has     []string // its capabilities, sorted
}

// Read reads a version from its files, by their names. path returns the path of a file, for positions. The files must come from one run.
func Read(files map[string][]byte, path func(name string) string) (*Version, diag.List) {
	numbers, list := lock.Parse(path(lock.Name), files[lock.Name])
	if list.Failed() {
		return nil, list
	}
	v := &Version{lock: path(lock.Name), numbers: numbers.Numbers(), events: map[string]event{}}
	var all []*ast.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(name, ".go") || !gofile.Generated(files[name]) {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, files[name], parser.SkipObjectResolution)
		if err != nil {
			list.Add(diag.Diagnostic{
				Pos: token.Position{Filename: path(name), Line: 1, Column: 1}, Message: "this generated file is not Go: " + err.Error(),
				Hint: "name a commit whose generated code compiles with -against",
			})
			continue
		}
		all = append(all, file)
	}
	if list.Failed() {
		return nil, list
	}
	v.shapes = shapesIn(all)
	consumers := consumersIn(all)
	for _, file := range all {
		if name := eventIn(file); name != "" {
			v.events[name] = event{payloadIn(file, name), calledIn(file, name, consumers)}
		}
	}
	return v, nil
}

// consumersIn returns the names of all events and capabilities: those that have an interface for their consumers.
func consumersIn(files []*ast.File) map[string]bool {
	found := map[string]bool{}
	for _, file := range files {
		for _, decl := range file.Decls {
			g, ok := decl.(*ast.GenDecl)
			if !ok || g.Tok != token.TYPE {
				continue
			}
			for _, spec := range g.Specs {
				if name, ok := strings.CutSuffix(spec.(*ast.TypeSpec).Name.Name, "Consumer"); ok {
					found[name] = true
				}
			}
		}
	}
	return found
}

// eventIn returns the event that a file is about: it declares the function that returns the event's kind.
func eventIn(file *ast.File) string {
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil {
			if name, ok := strings.CutPrefix(f.Name.Name, "Kind"); ok {
				return name
			}
		}
	}
	return ""
}

// payloadIn returns the type that the method of an event's emitters takes.
func payloadIn(file *ast.File, event string) (typ ast.Expr) {
	ast.Inspect(file, func(n ast.Node) bool {
		if method, ok := n.(*ast.Field); ok && len(method.Names) == 1 && method.Names[0].Name == "Emit"+event {
			if f, ok := method.Type.(*ast.FuncType); ok && f.Params.NumFields() == 1 {
				typ = f.Params.List[0].Type
			}
		}
		return typ == nil
	})
	return typ
}

// calledIn returns the capabilities whose consumers the file of an event calls.
func calledIn(file *ast.File, event string, consumers map[string]bool) []string {
	var called []string
	ast.Inspect(file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if method, ok := call.Fun.(*ast.SelectorExpr); ok {
				name, on := strings.CutPrefix(method.Sel.Name, "On")
				if on && consumers[name] && name != event && name != "Event" {
					called = append(called, name)
				}
			}
		}
		return true
	})
	slices.Sort(called)
	return slices.Compact(called)
}
