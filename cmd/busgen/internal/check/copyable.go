package check

import (
	"fmt"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// The steps of a path that lead into a slice, an array or a map.
const (
	elements = "[…]"
	keys     = "[key]"
)

// obstacle is a part of a field that can't be copied.
type obstacle struct {
	path  string
	part  *model.Type
	cause any // the declaration that prevents copying, if another module has it; several fields may lead to it
}

// member is a field of a type of another module.
type member struct {
	of   *model.Type
	name string
}

// group is a finding that stands for all fields with one cause.
type group struct {
	at   int // in the list
	also []diag.Related
}

// maxAlso limits how many other fields one finding names.
const maxAlso = 5

// copyable reports a part of a field that can't be copied.
func (w *walker) copyable(f model.Field, t *model.Type) {
	if t.Copy != model.CopyImpossible {
		return
	}
	for _, o := range obstacles(obstacle{path: w.path, part: t}, map[*model.Type]bool{}) {
		here := cause{f.Pos.String(), o.part.Why}
		g := w.groups[o.cause]
		if g == nil {
			g = w.groups[here]
		}
		if g == nil {
			g = &group{at: len(w.list)}
			w.report(f, fmt.Sprintf("can't copy %s: %s", o.path, o.part.Why), waysOut(f, o.part))
		} else {
			g.also = append(g.also, diag.Related{Pos: f.Pos, Message: "also " + o.path})
		}
		w.joins(here, g)
		if o.cause != nil {
			w.joins(o.cause, g)
		}
	}
}

// joins notes the finding for a cause that has none.
func (w *walker) joins(cause any, g *group) {
	if w.groups[cause] == nil {
		w.groups[cause] = g
	}
}

// cause is what prevents copying a field.
type cause struct{ pos, why string }

// waysOut says what to do about a part that can't be copied.
func waysOut(f model.Field, part *model.Type) string {
	whole := f.Type
	for whole.Kind == model.Slice || whole.Kind == model.Array || whole.Kind == model.Map {
		whole = whole.Elem
	}
	named := whole
	if whole.Kind == model.Pointer {
		named = whole.Elem
	}
	if named.Kind != model.Named || named.Local || named.IsList() {
		whole, named = part, part
	}
	write, shared := "write", "or mark field "+f.Name+" //busgen:shared if nobody changes it"
	functions := function(whole.String())
	switch {
	case whole.Kind == model.Chan || whole.Kind == model.Func || whole.Kind == model.Map:
		return part.Hint + "; " + shared
	case part.Lock && whole.Kind == model.Named: // a pointer can be copied
		write, functions = "store a *"+whole.String()+" and write", function("*"+whole.String())
	case part != named && !part.Lock && (part.Kind == model.Named || part.IsInterface()):
		functions = function(part.String()) + ", or a " + functions + ","
	}
	return fmt.Sprintf("%s; or %s a //busgen:clone %s that copies it; %s", part.Hint, write, functions, shared)
}

// function writes the type of a function that copies values of a type.
func function(of string) string { return "func(" + of + ") " + of }

// obstacles returns the parts that prevent copying a type. It leaves out structs of the domain, which are checked where they are declared.
func obstacles(o obstacle, seen map[*model.Type]bool) []obstacle {
	t := o.part
	if t.Copy != model.CopyImpossible || seen[t] {
		return nil
	}
	seen[t] = true
	var found []obstacle
	leaf := true // no part of it prevents copying
	into := func(step string, part *model.Type, cause any) {
		leaf = leaf && part.Copy != model.CopyImpossible
		found = append(found, obstacles(obstacle{o.path + step, part, cause}, seen)...)
	}
	switch {
	case t.Kind == model.Named && (t.Under == nil || t.IsInterface()):
		o.cause = t
	case t.Kind == model.Named && t.Under.Kind != model.Struct:
		into("", t.Under, o.cause)
	case t.Kind == model.Named:
		for _, f := range t.Under.Fields {
			into("."+f.Name, f.Type, member{t, f.Name})
		}
	case t.Kind == model.Struct:
		for _, f := range t.Fields {
			into("."+f.Name, f.Type, o.cause)
		}
	case t.Kind == model.Pointer:
		into("", t.Elem, o.cause)
	case t.Kind == model.Slice || t.Kind == model.Array:
		into(elements, t.Elem, o.cause)
	case t.Kind == model.Map:
		into(keys, t.Key, o.cause)
		into(elements, t.Elem, o.cause)
	}
	if leaf {
		return []obstacle{o}
	}
	return found
}

// gathered returns the findings, each with the other fields of the same cause.
func (w *walker) gathered() diag.List {
	done := map[*group]bool{}
	for _, g := range w.groups {
		if done[g] {
			continue
		}
		done[g] = true
		d := &w.list[g.at]
		d.Related = append(d.Related, g.also[:min(len(g.also), maxAlso)]...)
		if more := len(g.also) - maxAlso; more > 0 {
			d.Message += fmt.Sprintf(" (and %d more)", len(g.also))
		}
	}
	return w.list
}
