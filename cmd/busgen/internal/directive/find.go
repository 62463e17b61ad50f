package directive

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Mark is a type declaration with a directive.
type Mark struct {
	Directive
	Spec *ast.TypeSpec
	Doc  *ast.CommentGroup // the comment with the directive
}

// FieldMark is a field of a struct, or a method of an interface, with a directive.
type FieldMark struct {
	Directive
	Field *ast.Field
}

// FuncMark is a function with a directive.
type FuncMark struct {
	Directive
	Func *ast.FuncDecl
}

// Found lists the declarations with directives in the files of a package, in the order of the source.
type Found struct {
	Types  []Mark
	Fields []FieldMark
	Funcs  []FuncMark
}

// Find returns the declarations with directives in a package's files, and reports misplaced directives and comments that resemble one.
func Find(fset *token.FileSet, files []*ast.File) (Found, diag.List) {
	f := finder{fset: fset}
	for _, file := range files {
		f.sites = sitesOf(fset, file)
		for _, group := range file.Comments {
			f.group(group)
		}
	}
	return f.found, f.list
}

// Refuse reports every directive in files where it has no effect, such as tests; where names the files.
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

// finder collects declarations and findings.
type finder struct {
	fset  *token.FileSet
	sites sites
	found Found
	list  diag.List
}

// group sorts the comments of one group into marks and findings. Only directives of fields go together.
func (f *finder) group(group *ast.CommentGroup) {
	var all []Directive
	for _, c := range group.List {
		d, problem := Parse(c.Pos(), c.Text)
		if problem != nil {
			f.report(c.Pos(), problem.Message, problem.Hint)
		}
		if d == nil {
			continue
		}
		if at := slices.IndexFunc(all, func(first Directive) bool { return !together(first, *d) }); at >= 0 {
			f.second(all[at], *d)
			continue
		}
		all = append(all, *d)
		f.place(*d, group)
	}
}

// together reports whether two directives may annotate one declaration.
func together(a, b Directive) bool { return a.Name != b.Name && a.On&b.On&OnField != 0 }

// place adds a directive that is in the right place, and reports any other.
func (f *finder) place(d Directive, group *ast.CommentGroup) {
	site := f.sites.of(group)
	switch {
	case d.On&OnFunction != 0 && site.fn != nil:
		f.function(d, site.fn)
	case d.On&site.on != 0:
		f.field(d, site.field)
	case d.On&(OnField|OnFunction) != 0 && site.spec != nil:
		f.report(d.Pos, fmt.Sprintf("%s is misplaced: it is on type %s", d.Entry, site.spec.Name.Name), site.hint(d.Entry))
	case site.spec == nil:
		f.report(d.Pos, fmt.Sprintf("%s is misplaced: it is %s", d.Entry, site.what), site.hint(d.Entry))
	case !allowed(d.On, site.spec):
		f.report(d.Pos,
			fmt.Sprintf("%s is for %s; %s is %s", d.Entry, d.On, site.spec.Name.Name, describe(site.spec)),
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
		f.found.Types = append(f.found.Types, Mark{Directive: d, Spec: site.spec, Doc: group})
	}
}

// field adds a directive of a field.
func (f *finder) field(d Directive, on *ast.Field) {
	if d.Name == Field && len(on.Names) > 1 {
		f.report(d.Pos, fmt.Sprintf("%s is on several fields", d.Entry), "declare the renamed field on a line of its own")
		return
	}
	f.found.Fields = append(f.found.Fields, FieldMark{Directive: d, Field: on})
}

// function adds a directive of a function that is exported and may be a func(T) T.
func (f *finder) function(d Directive, fn *ast.FuncDecl) {
	one := func(list *ast.FieldList) bool { return list.NumFields() == 1 }
	name, variadic := fn.Name.Name, false
	if one(fn.Type.Params) {
		_, variadic = fn.Type.Params.List[0].Type.(*ast.Ellipsis)
	}
	switch {
	case !fn.Name.IsExported():
		f.report(fn.Name.Pos(), fmt.Sprintf("function %s is not exported, so generated code can't call it", name), "give it a name that starts with a capital letter")
	case fn.Type.TypeParams.NumFields() > 0:
		f.report(fn.Type.TypeParams.Pos(), fmt.Sprintf("function %s has type parameters", name), "write a function for each type")
	case !one(fn.Type.Params) || !one(fn.Type.Results) || variadic:
		f.report(fn.Name.Pos(), fmt.Sprintf("%s is for func(T) T; %s has another signature", d.Entry, name),
			"declare it as func(T) T, which returns a copy of its argument")
	default:
		f.found.Funcs = append(f.found.Funcs, FuncMark{Directive: d, Func: fn})
	}
}

// second reports a directive that follows another one on the same declaration.
func (f *finder) second(first, second Directive) {
	d := diag.Diagnostic{
		Pos:     f.fset.Position(second.Pos),
		Message: fmt.Sprintf("%s is given twice", second.Entry),
		Related: []diag.Related{{Pos: f.fset.Position(first.Pos), Message: "first given here"}},
		Hint:    "remove one of them",
	}
	if first.Name != second.Name {
		d.Message = fmt.Sprintf("%s and %s are on one declaration", first.Entry, second.Entry)
		d.Hint = "remove one of them"
	}
	if types := OnStruct | OnInterface; first.Name != second.Name && first.On&types != 0 && second.On&types != 0 {
		d.Message = fmt.Sprintf("%s and %s are on one type", first.Entry, second.Entry)
		d.Hint = "declare a type for each: a wired struct holds consumers, which are not part of the domain"
	}
	if payload := []string{Event, Capability}; first.Name != second.Name && slices.Contains(payload, first.Name) && slices.Contains(payload, second.Name) {
		d.Hint = "a type is either an event or a capability: move what events share to a struct of its own, and embed it"
	}
	f.list.Add(d)
}

func (f *finder) report(pos token.Pos, message, hint string) {
	f.list.Add(diag.Diagnostic{Pos: f.fset.Position(pos), Message: message, Hint: hint})
}

// allowed reports whether a declaration can be one of on. A type that is declared as another named type can be any: the model checks it.
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

// isBasic reports whether a type is written as a predeclared basic type.
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

// Names returns the identifiers by which the type checker knows a field or method. That of an embedded field is its type's own name; there is
// none if the type has no name.
func Names(f *ast.Field) []*ast.Ident {
	if len(f.Names) > 0 {
		return f.Names
	}
	if id := embeddedName(f.Type); id != nil {
		return []*ast.Ident{id}
	}
	return nil
}

// embeddedName returns the identifier that names an embedded field: the name of its type. It returns nil if there is none.
func embeddedName(expr ast.Expr) *ast.Ident {
	switch e := expr.(type) {
	case *ast.Ident:
		return e
	case *ast.StarExpr:
		return embeddedName(e.X)
	case *ast.ParenExpr:
		return embeddedName(e.X)
	case *ast.IndexExpr:
		return embeddedName(e.X)
	case *ast.IndexListExpr:
		return embeddedName(e.X)
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}
