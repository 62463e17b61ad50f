package check

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// fields reports the fields of payloads and of struct capabilities, at any depth, that a payload can't have. It reports each field once,
// even if several payloads lead to it.
func fields(p *model.Package, out string) diag.List {
	w := &walker{out: out, seen: map[*model.Type]bool{}, groups: map[any]*group{}}
	for _, e := range p.Events {
		w.root("payload "+e.Name, e.Pos, e.Type)
	}
	for _, c := range p.Capabilities {
		if !c.Interface {
			w.root("capability "+c.Name, c.Pos, c.Type)
		}
	}
	return w.gathered()
}

// walker visits the fields of one payload or capability after the other.
type walker struct {
	out  string
	seen map[*model.Type]bool
	way  []diag.Related // the path from the payload to the current struct
	path string         // the same, as Trade.Legs[…].Price
	list diag.List

	groups map[any]*group // findings that stand for several fields, by their cause
}

func (w *walker) root(what string, pos token.Position, t *model.Type) {
	w.path = t.Name
	w.way = []diag.Related{{Pos: pos, Message: "reached from " + what}}
	if hidesAll(t) {
		w.report(model.Field{Pos: pos}, fmt.Sprintf("can't copy %s: %s", t.Name, t.Why), "declare a struct with a field for each thing that the event says")
		return
	}
	w.named(t)
}

// named visits a named type of the module, once.
func (w *walker) named(t *model.Type) {
	if w.seen[t] || t.Under == nil {
		return
	}
	w.seen[t] = true
	if t.Under.Kind == model.Struct {
		w.fields(t.Under.At(t.Pos))
		w.promoted(t)
	}
}

// hidesAll reports whether a type of the domain's module is declared by one of another module, and what is in the way of copying it is none
// of the fields that one sees.
func hidesAll(t *model.Type) bool {
	seen := func(f model.Field) bool { return f.Type.Copy == model.CopyImpossible }
	return t.Copy == model.CopyImpossible && t.Under != nil && t.Under.Foreign && !slices.ContainsFunc(t.Under.Fields, seen)
}

func (w *walker) fields(s *model.Type) {
	for _, f := range s.Fields {
		w.field(f)
	}
}

// field reports what is wrong with one field, and visits the structs in its type.
func (w *walker) field(f model.Field) {
	if !f.Exported {
		w.report(f, fmt.Sprintf("field %s is not exported: all fields of a payload are exported", f.Name), unexportedHint(f))
		return
	}
	if f.Type.Shared {
		w.locked(f)
		w.spell(f, w.unspeakable(f.Spelled()))
		return
	}
	w.way = append(w.way, diag.Related{Pos: f.Pos, Message: "by way of field " + f.Name})
	defer w.into("." + f.Name)()
	before := len(w.list)
	if f.Embedded {
		w.spell(f, w.unspeakable(f.Spelled()))
	}
	if w.part(f, f.Type); len(w.list) == before {
		w.shown(f, f.Type)
	}
	w.way = w.way[:len(w.way)-1]
}

// locked reports a shared field that holds a lock by value: assignment copies the payload, and the lock with it.
func (w *walker) locked(f model.Field) {
	if f.Type.Lock {
		w.report(f, fmt.Sprintf("field %s holds a lock by value (%s), and assignment copies a payload", f.Name, f.Type), "store a pointer to it")
	}
}

func unexportedHint(f model.Field) string {
	if f.Embedded {
		return "export the embedded type"
	}
	return rename(f.Name) + ", or leave it out of the payload"
}

// into adds a step to the path. The function that it returns removes the step.
func (w *walker) into(step string) func() {
	was := w.path
	w.path += step
	return func() { w.path = was }
}

// part checks one part of a field's type.
func (w *walker) part(f model.Field, t *model.Type) {
	if fn := t.CopyFunc; fn != nil {
		w.spell(f, w.unspeakable(t))
		if !Importable(fn.Path, w.out) {
			w.report(f, fmt.Sprintf("field %s is copied by %s.%s of internal package %s, which the generated package can't import", f.Name, fn.PkgName, fn.Name, fn.Path),
				"move the function to the domain package")
		}
		return
	}
	switch t.Kind {
	case model.Named:
		w.namedPart(f, t)
	case model.Struct:
		if t.Foreign {
			w.cannotName(f, w.unspeakable(t))
			w.foreign(f, t)
			return
		}
		w.fields(t)
	case model.Pointer:
		w.part(f, t.Elem)
	case model.Slice, model.Array:
		w.step(f, elements, t.Elem)
	case model.Map:
		w.step(f, keys, t.Key)
		w.step(f, elements, t.Elem)
		if t.Key.Copy != model.CopyImpossible && t.Elem.Copy != model.CopyImpossible {
			w.copyable(f, t)
			w.ordered(f, t)
		}
	default:
		w.copyable(f, t)
	}
}

func (w *walker) step(f model.Field, step string, t *model.Type) {
	defer w.into(step)()
	w.part(f, t)
}

// namedPart checks a named type. The fields of a type of the module are checked where they are declared.
func (w *walker) namedPart(f model.Field, t *model.Type) {
	w.spell(f, w.unspeakable(t))
	if t.IsList() {
		w.listItem(f, t.Args[0])
		return
	}
	for _, arg := range t.Args {
		w.spell(f, w.unspeakable(arg))
	}
	switch {
	case !t.Local || t.Under == nil || hidesAll(t):
		w.foreign(f, t)
	case t.Under.Kind == model.Struct:
		w.named(t)
	case t.IsInterface():
		w.copyable(f, t)
	case !w.seen[t]:
		w.seen[t] = true
		w.part(f, t.Under)
		w.seen[t] = t.Copy != model.CopyImpossible // a field of an impossible type is reported each time
	}
}

// listItem checks the items of a list, which are shared and therefore must be plain values.
func (w *walker) listItem(f model.Field, item *model.Type) {
	if item.Copy == model.CopyDeep || item.Copy == model.CopyClone {
		w.report(f, fmt.Sprintf("field %s: items of an events.List are shared, but %s must be copied", f.Name, item),
			"use a list of plain values"+example(item)+", or a plain slice, which is copied")
	}
	w.part(f, item)
}

// example names a list without pointers, if there is an obvious one.
func example(item *model.Type) string {
	if plain := plainer(item); plain != item.String() {
		return ", such as events.List[" + plain + "]"
	}
	return ""
}

// plainer suggests a list item without pointers.
func plainer(item *model.Type) string {
	switch item.Kind {
	case model.Slice:
		return "events.List[" + plainer(item.Elem) + "]"
	case model.Pointer:
		return plainer(item.Elem)
	}
	return item.String()
}

func (w *walker) unspeakable(t *model.Type) *model.Type {
	return unspeakable(t, w.out, map[*model.Type]bool{})
}

// spell reports a type that generated code can't name or can't import, unless it is nil.
func (w *walker) spell(f model.Field, t *model.Type) {
	switch {
	case t == nil:
	case t.Kind != model.Named:
		w.report(f, fmt.Sprintf("field %s has the type %s with unexported names, so generated code can't write it", f.Name, t), "give the type a name")
	case !token.IsExported(t.Name):
		w.report(f, fmt.Sprintf("field %s has the unexported type %s, so generated code can't name it", f.Name, t), "export the type")
	case !Importable(t.Path, w.out):
		w.report(f, fmt.Sprintf("field %s has a type of the internal package %s, which the generated package can't import", f.Name, t.Path),
			"move the type out of the internal folder, or the output folder next to it")
	}
}

// ordered reports a map whose keys generated code can't order.
func (w *walker) ordered(f model.Field, t *model.Type) {
	if t.Copy != model.CopyImpossible && !t.Key.Ordered() {
		w.report(f, fmt.Sprintf("field %s: keys of type %s have no order, and views show maps in the order of their keys", f.Name, t.Key),
			"use keys that are numbers, strings or structs of these, or give their type a method Compare")
	}
}

// report adds a finding about a field, with the path from the payload to it.
func (w *walker) report(f model.Field, message, hint string) {
	var way []diag.Related
	for _, r := range w.way {
		if r.Pos != f.Pos {
			way = append(way, r)
		}
	}
	w.list.Add(diag.Diagnostic{Pos: f.Pos, Message: message, Related: way, Hint: strings.TrimSpace(hint)})
}
