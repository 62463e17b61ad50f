package breaking

import (
	"go/ast"
	"go/printer"
	"go/token"
	"maps"
	"slices"
	"strings"
)

// guardType is the name of the type in each line that guards against stale code. Its declaration has the type as it was.
const guardType = "run_go_generate"

// shapes are the types within payloads, by name: domain.Side, domain.Box[int].
type shapes map[string]*shape

// shape is the structure of a type.
type shape struct {
	under  ast.Expr
	fields map[string]ast.Expr // of a struct: some fields, whose types come from other lines
}

// shapesIn collects the types from the guard: func _(v domain.Side) { type run_go_generate uint8; … }.
func shapesIn(files []*ast.File) shapes {
	found := shapes{}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool { // the names of the guard's imports say what to run, too
			if id, ok := n.(*ast.Ident); ok {
				id.Name = strings.TrimPrefix(id.Name, guardType+"_")
			}
			return true
		})
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv != nil || f.Name.Name != "_" || f.Type.Params.NumFields() != 1 {
				continue
			}
			s := &shape{fields: map[string]ast.Expr{}}
			for _, stmt := range f.Body.List {
				if t := guarded(stmt); t != nil {
					s.under = t.Type
				}
				if block, ok := stmt.(*ast.BlockStmt); ok {
					s.pinned(block)
				}
			}
			if s.under != nil || len(s.fields) > 0 {
				found[spell(f.Type.Params.List[0].Type)] = s
			}
		}
	}
	return found
}

// guarded returns the declaration in a statement that declares the type of a guard; nil for other statements.
func guarded(stmt ast.Stmt) *ast.TypeSpec {
	if d, ok := stmt.(*ast.DeclStmt); ok {
		if g, ok := d.Decl.(*ast.GenDecl); ok && g.Tok == token.TYPE {
			if t := g.Specs[0].(*ast.TypeSpec); t.Name.Name == guardType {
				return t
			}
		}
	}
	return nil
}

// pinned adds the field whose type a block of the guard has: type run_go_generate = []int; … return &v.Field.
func (s *shape) pinned(block *ast.BlockStmt) {
	t := guarded(block.List[0])
	if t == nil {
		return
	}
	ast.Inspect(block, func(n ast.Node) bool {
		if address, ok := n.(*ast.UnaryExpr); ok && address.Op == token.AND {
			if field, ok := address.X.(*ast.SelectorExpr); ok {
				s.fields[field.Sel.Name] = t.Type
			}
		}
		return true
	})
}

// spell returns the source of a type, on one line.
func spell(typ ast.Expr) string {
	if name, ok := typ.(*ast.Ident); ok {
		return name.Name // the usual case
	}
	var b strings.Builder
	_ = printer.Fprint(&b, token.NewFileSet(), typ) // a Builder returns no errors
	return strings.Join(strings.Fields(b.String()), " ")
}

// structure is a struct: the names of its fields, sorted, and their types.
type structure struct {
	names []string
	types map[string]ast.Expr
}

// structure returns the fields of a struct type; nil if the type is not a struct, or not known.
func (s shapes) structure(typ ast.Expr) *structure {
	known := s[spell(typ)]
	if known == nil {
		known = &shape{under: typ} // it may be a struct without a name
	}
	list, ok := known.under.(*ast.StructType)
	if !ok && (known.under != nil || len(known.fields) == 0) {
		return nil
	}
	found := &structure{types: map[string]ast.Expr{}}
	if ok {
		for _, f := range list.Fields.List {
			for _, name := range namesOf(f) {
				found.types[name] = f.Type
			}
		}
	}
	maps.Copy(found.types, known.fields)
	found.names = slices.Sorted(maps.Keys(found.types))
	return found
}

// namesOf returns the names of the fields in one declaration. An embedded field has the name of its type.
func namesOf(f *ast.Field) []string {
	var names []string
	for _, name := range f.Names {
		names = append(names, name.Name)
	}
	if names != nil {
		return names
	}
	name := spell(f.Type)
	name, _, _ = strings.Cut(name, "[")
	return []string{strings.TrimLeft(name[strings.LastIndexByte(name, '.')+1:], "*")}
}
