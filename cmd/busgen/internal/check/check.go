package check

import (
	"fmt"
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// Model checks a model whose code goes to the package with the import path out. If out is empty, it skips the rules that need it.
func Model(p *model.Package, out string) diag.List {
	var list diag.List
	list.Append(exported(p))
	list.Append(fields(p, out))
	list.Append(capabilities(p, out))
	list.Append(names(p))
	list.Append(reachable(p, out))
	return list
}

// Empty reports a domain without events, at pos. It is apart from Model: if a directive is wrong, that is the cause.
func Empty(p *model.Package, pos token.Position) diag.List {
	if len(p.Events) > 0 {
		return nil
	}
	what := "package " + p.Sources[0].Name + " has"
	if len(p.Sources) > 1 {
		what = "these packages have"
	}
	return diag.List{{Pos: pos, Message: what + " no event", Hint: "write //busgen:event in the doc comment of a struct, or name the package that has one"}}
}

// exported reports events and capabilities that other packages can't name.
func exported(p *model.Package) diag.List {
	var list diag.List
	report := func(what, name string, pos token.Position) {
		if !token.IsExported(name) {
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("%s %s is not exported, so generated code can't name it", what, name),
				Hint:    rename(name),
			})
		}
	}
	for _, e := range p.Events {
		report("payload", e.Name, e.Pos)
	}
	for _, c := range p.Capabilities {
		report("capability", c.Name, c.Pos)
	}
	return list
}

// rename suggests the exported form of a name, if it has one.
func rename(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	if up := string(unicode.ToUpper(first)) + name[size:]; token.IsExported(up) {
		return "export it: " + up
	}
	return "give it a name that starts with a capital letter"
}

// reachable reports a domain package that the generated package may not import.
func reachable(p *model.Package, out string) diag.List {
	var list diag.List
	told := map[string]bool{}
	for _, e := range p.Events {
		path := e.Type.Path
		if told[path] || Importable(path, out) {
			continue
		}
		told[path] = true
		list.Add(diag.Diagnostic{
			Pos:     e.Pos,
			Message: fmt.Sprintf("package %s is internal, so the generated package %s can't import it", path, out),
			Hint:    "put the output folder next to it: -out ../generated",
		})
	}
	return list
}

// Importable reports whether the package out may import path, by the rule for internal folders.
func Importable(path, out string) bool {
	if out == "" {
		return true
	}
	parent, found := "", false
	for i, elems := len(strings.Split(path, "/"))-1, strings.Split(path, "/"); i >= 0; i-- {
		if elems[i] == "internal" {
			parent, found = strings.Join(elems[:i], "/"), true
			break
		}
	}
	return !found || parent == out || parent == "" || strings.HasPrefix(out, parent+"/")
}
