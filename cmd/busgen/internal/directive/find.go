package directive

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Mark is a type declaration with a directive that may stand there.
type Mark struct {
	Directive
	Spec *ast.TypeSpec
	Doc  *ast.CommentGroup // the comment in which the directive stands
}

// Find returns the marked type declarations of a package's files, in the order of the source, and what is wrong with any
// other comment that is meant for busgen, wherever in the files it stands.
func Find(fset *token.FileSet, files []*ast.File) ([]Mark, diag.List) {
	f := find(fset, files)
	return f.marks, f.list
}

// FieldMark is a field with a directive.
type FieldMark struct {
	Directive
	Field *ast.Field // it has one name, or is embedded
}

// Fields returns the fields with directives of a package's files, in the order of the source.
func Fields(fset *token.FileSet, files []*ast.File) []FieldMark { return find(fset, files).fields }

func find(fset *token.FileSet, files []*ast.File) finder {
	f := finder{fset: fset}
	for _, file := range files {
		f.sites = sitesOf(fset, file)
		for _, group := range file.Comments {
			f.group(group)
		}
	}
	return f
}

// Refuse reports every directive in files where none may stand, such as tests; where names the files.
func Refuse(fset *token.FileSet, files []*ast.File, where string) diag.List {
	var list diag.List
	for _, file := range files {
		for _, group := range file.Comments {
			for _, c := range group.List {
				if d, problem := Parse(c.Pos(), c.Text); d != nil || problem != nil {
					list.Add(diag.Diagnostic{
						Pos:     fset.Position(c.Pos()),
						Message: fmt.Sprintf("a directive in %s has no effect", where),
						Hint:    "move the type to a file that is part of the package",
					})
				}
			}
		}
	}
	return list
}

// finder goes through files.
type finder struct {
	fset   *token.FileSet
	sites  sites
	marks  []Mark
	fields []FieldMark
	list   diag.List
}

// group sorts the comments of one group into marks and findings.
func (f *finder) group(group *ast.CommentGroup) {
	var first *Directive
	for _, c := range group.List {
		d, problem := Parse(c.Pos(), c.Text)
		switch {
		case problem != nil:
			f.report(c.Pos(), problem.Message, problem.Hint)
		case d != nil && first != nil:
			f.second(*first, *d)
		case d != nil:
			first = d
			f.place(*d, group)
		}
	}
}

// place keeps a directive that stands where it may, and reports one that does not.
func (f *finder) place(d Directive, group *ast.CommentGroup) {
	site := f.sites.of(group)
	switch {
	case d.On == OnField && site.field != nil && len(site.field.Names) > 1:
		f.report(d.Pos, fmt.Sprintf("%s stands on several fields", d.Entry), "declare the field that was renamed on a line of its own")
	case d.On == OnField && site.field != nil:
		f.fields = append(f.fields, FieldMark{Directive: d, Field: site.field})
	case d.On == OnField && site.spec != nil:
		f.report(d.Pos, fmt.Sprintf("%s stands on type %s", d.Entry, site.spec.Name.Name), site.hint(d.Entry))
	case site.spec == nil:
		f.report(d.Pos, fmt.Sprintf("%s stands %s", d.Entry, site.what), site.hint(d.Entry))
	case !allowed(d.On, site.spec):
		f.report(d.Pos,
			fmt.Sprintf("%s is for %s, %s is %s", d.Entry, d.On, site.spec.Name.Name, describe(site.spec)),
			fmt.Sprintf("declare %s as %s, or remove the directive", site.spec.Name.Name, d.On))
	case d.Name == Event && site.spec.TypeParams.NumFields() > 0:
		f.report(site.spec.TypeParams.Pos(),
			fmt.Sprintf("payload %s has type parameters", site.spec.Name.Name),
			"an event is one concrete type: declare a struct for each instance that you emit")
	case d.Name == Capability && site.spec.TypeParams.NumFields() > 0:
		f.report(site.spec.TypeParams.Pos(),
			fmt.Sprintf("capability %s has type parameters", site.spec.Name.Name),
			"a capability is one concrete type: remove the type parameters")
	default:
		f.marks = append(f.marks, Mark{Directive: d, Spec: site.spec, Doc: group})
	}
}

// second reports a directive that follows another one on the same declaration.
func (f *finder) second(first, second Directive) {
	d := diag.Diagnostic{
		Pos:     f.fset.Position(second.Pos),
		Message: fmt.Sprintf("%s given twice", second.Entry),
		Related: []diag.Related{{Pos: f.fset.Position(first.Pos), Message: "first given here"}},
		Hint:    "remove one of the two",
	}
	if first.Name != second.Name {
		d.Message = fmt.Sprintf("%s and %s on one type", first.Entry, second.Entry)
		d.Hint = "a wired struct holds consumers and is no part of a domain: give each its own type"
	}
	if payload := []string{Event, Capability}; first.Name != second.Name && slices.Contains(payload, first.Name) && slices.Contains(payload, second.Name) {
		d.Hint = "a type is either an event or a capability: move what events share to a struct of its own and embed it"
	}
	f.list.Add(d)
}

func (f *finder) report(pos token.Pos, message, hint string) {
	f.list.Add(diag.Diagnostic{Pos: f.fset.Position(pos), Message: message, Hint: hint})
}

// allowed says whether a declaration can be what on asks for. A type that is declared as another named type may be anything:
// that is for the model to find out.
func allowed(on On, spec *ast.TypeSpec) bool {
	if spec.Assign.IsValid() {
		return false
	}
	switch ast.Unparen(spec.Type).(type) {
	case *ast.StructType:
		return on&OnStruct != 0
	case *ast.InterfaceType:
		return on&OnInterface != 0
	case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr, *ast.IndexListExpr:
		return !isBasic(spec.Type)
	}
	return false
}

// isBasic says whether a type is written as one of the language's own words.
func isBasic(expr ast.Expr) bool {
	id, ok := expr.(*ast.Ident)
	return ok && basicNames[id.Name]
}

var basicNames = map[string]bool{
	"bool": true, "string": true, "byte": true, "rune": true, "uintptr": true,
	"int": true, "int8": true, "int16": true, "int32": true, "int64": true,
	"uint": true, "uint8": true, "uint16": true, "uint32": true, "uint64": true,
	"float32": true, "float64": true, "complex64": true, "complex128": true,
}

// describe names what kind of type a declaration declares.
func describe(spec *ast.TypeSpec) string {
	if spec.Assign.IsValid() {
		return "an alias"
	}
	switch ast.Unparen(spec.Type).(type) {
	case *ast.StructType:
		return "a struct"
	case *ast.InterfaceType:
		return "an interface"
	case *ast.FuncType:
		return "a function type"
	case *ast.MapType:
		return "a map"
	case *ast.ArrayType:
		return "a slice or an array"
	case *ast.ChanType:
		return "a channel"
	case *ast.StarExpr:
		return "a pointer"
	}
	return "a basic type"
}
