package directive

import (
	"fmt"
	"go/ast"
	"go/token"
)

// site is the place of a comment group.
type site struct {
	spec  *ast.TypeSpec // the type declaration whose doc comment it is, or nil
	what  string        // otherwise the place in words, as "on a function"
	near  string        // the name of the type that was probably meant, if any
	field *ast.Field    // the field of a struct, or method of an interface, whose comment it is, or nil
	on    On            // what the field is
	fn    *ast.FuncDecl // the function whose doc comment it is, or nil
}

// hint says where to move a misplaced directive.
func (s site) hint(e Entry) string {
	switch {
	case e.On&OnField != 0:
		return fmt.Sprintf("write %s in the comment of a field of a payload: right above it, or after it on its line", e)
	case e.On == OnFunction:
		return fmt.Sprintf("write %s in the doc comment of a function func(T) T, right above it", e)
	}
	if s.near != "" {
		return fmt.Sprintf("write %s in the comment right above type %s, without a blank line between", e, s.near)
	}
	return fmt.Sprintf("write %s in the doc comment of %s, right above its type line", e, e.On)
}

// sites knows the place of each comment group of a file.
type sites struct {
	fset *token.FileSet
	file *ast.File
	docs map[*ast.CommentGroup]site
}

func sitesOf(fset *token.FileSet, file *ast.File) sites {
	s := sites{fset: fset, file: file, docs: map[*ast.CommentGroup]site{}}
	s.docs[file.Doc] = site{what: "on the package clause"}
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.GenDecl:
			s.genDecl(d)
		case *ast.FuncDecl:
			s.docs[d.Doc] = site{what: "on a function", fn: d}
			if d.Recv != nil {
				s.docs[d.Doc] = site{what: "on a method"}
			}
		}
	}
	return s
}

func (s sites) genDecl(d *ast.GenDecl) {
	s.docs[d.Doc] = site{what: "on " + declared(d.Tok)}
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			s.docs[spec.Comment] = site{what: "after a type declaration", near: spec.Name.Name}
			s.docs[spec.Doc] = site{spec: spec}
			if !d.Lparen.IsValid() {
				s.docs[d.Doc] = site{spec: spec}
			} else if len(d.Specs) == 1 {
				s.docs[d.Doc] = site{what: "on a group of types", near: spec.Name.Name}
			}
			s.fields(spec)
		case *ast.ValueSpec:
			s.docs[spec.Doc] = site{what: "on " + declared(d.Tok)}
			s.docs[spec.Comment] = site{what: "on " + declared(d.Tok)}
		case *ast.ImportSpec:
			s.docs[spec.Doc] = site{what: "on an import"}
			s.docs[spec.Comment] = site{what: "on an import"}
		}
	}
}

func declared(tok token.Token) string {
	switch tok {
	case token.TYPE:
		return "a group of types"
	case token.VAR:
		return "a variable"
	case token.CONST:
		return "a constant"
	}
	return "an import"
}

// fields notes the comments of a type's fields and methods, also of types inside it.
func (s sites) fields(spec *ast.TypeSpec) {
	note := func(list *ast.FieldList, on On, what string) {
		for _, f := range list.List {
			at := site{what: what, field: f, on: on}
			s.docs[f.Doc], s.docs[f.Comment] = at, at
		}
	}
	ast.Inspect(spec.Type, func(n ast.Node) bool {
		switch t := n.(type) {
		case *ast.StructType:
			note(t.Fields, OnField, "on a field")
		case *ast.InterfaceType:
			note(t.Methods, OnMethod, "on an interface's method")
		}
		return true
	})
}

// of returns the place of a group.
func (s sites) of(group *ast.CommentGroup) site {
	if known, ok := s.docs[group]; ok {
		return known
	}
	for _, decl := range s.file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Pos() <= group.Pos() && group.End() <= d.End() {
				return site{what: "inside a function"}
			}
		case *ast.GenDecl:
			if d.Pos() <= group.Pos() && group.Pos() < d.End() {
				return s.within(d, group)
			}
		}
	}
	return s.floating(group)
}

// within returns the place of a group that is inside a declaration and belongs to nothing in it.
func (s sites) within(d *ast.GenDecl, group *ast.CommentGroup) site {
	for _, spec := range d.Specs {
		t, ok := spec.(*ast.TypeSpec)
		switch {
		case spec.Pos() <= group.Pos() && group.Pos() < spec.End():
			return site{what: "inside a declaration"}
		case ok && spec.Pos() > group.Pos():
			return site{what: "separate from type " + t.Name.Name, near: t.Name.Name}
		}
	}
	return site{what: "inside a declaration"}
}

// floating returns the place of a group between declarations. It probably belongs to the next one, unless it is on the last line of the
// one before.
func (s sites) floating(group *ast.CommentGroup) site {
	line := s.fset.Position(group.Pos()).Line
	for _, decl := range s.file.Decls {
		if decl.End() <= group.Pos() && s.fset.Position(decl.End()).Line == line {
			return site{what: "after a declaration"}
		}
		d, ok := decl.(*ast.GenDecl)
		if decl.Pos() < group.Pos() {
			continue
		}
		if ok && d.Tok == token.TYPE && len(d.Specs) > 0 {
			if t, ok := d.Specs[0].(*ast.TypeSpec); ok {
				return site{what: "separate from type " + t.Name.Name, near: t.Name.Name}
			}
		}
		break
	}
	return site{what: "on no type"}
}
