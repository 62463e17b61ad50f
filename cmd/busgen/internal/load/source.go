package load

import (
	"go/ast"
	"go/parser"
	"go/token"
)

// source reads files of other packages of the module, to find what export data leaves out: columns and comments.
type source struct {
	files map[string]*sourceFile
	own   map[string]bool // the names of the domain's own files; nil until they are asked for
}

type sourceFile struct {
	fset *token.FileSet
	ast  *ast.File // nil: it can't be read
}

func newSource() *source { return &source{files: map[string]*sourceFile{}} }

func (s *source) file(name string) *sourceFile {
	if f, ok := s.files[name]; ok {
		return f
	}
	f := &sourceFile{fset: token.NewFileSet()}
	if parsed, err := parser.ParseFile(f.fset, name, nil, parser.ParseComments|parser.SkipObjectResolution); err == nil {
		f.ast = parsed
	}
	s.files[name] = f
	return f
}

// Refine returns the position, with its column, of the identifier name on the line of pos: export data may have only the line. It returns
// pos if it does not find the identifier.
func (r *read) Refine(pos token.Position, name string) token.Position {
	if pos.Filename == "" || r.loaded(pos.Filename) {
		return pos
	}
	f := r.source.file(pos.Filename)
	if f.ast == nil {
		return pos
	}
	found := false
	ast.Inspect(f.ast, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found && id.Name == name {
			if at := f.fset.Position(id.Pos()); at.Line == pos.Line {
				pos, found = at, true
			}
		}
		return !found
	})
	return pos
}

// loaded reports whether a file was read as source, so that its positions are exact.
func (r *read) loaded(name string) bool {
	if r.source.own == nil {
		r.source.own = make(map[string]bool, len(r.Files))
		for _, f := range r.Files {
			r.source.own[r.Fset.Position(f.FileStart).Filename] = true
		}
	}
	return r.source.own[name]
}
