package model

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
)

// has finds the capabilities of one event.
func (b *builder) has(e *Event) {
	named := b.named[e]
	w := &walk{b: b, event: e, found: map[*Capability][]token.Position{}}
	w.into(named, nil)
	for _, c := range b.pkg.Capabilities {
		if iface, ok := b.types[c].Underlying().(*types.Interface); ok {
			switch {
			case types.Implements(named, iface):
				w.add(Has{Capability: c, Pos: e.Pos})
			case types.Implements(types.NewPointer(named), iface):
				w.add(Has{Capability: c, Pos: e.Pos, Pointer: true})
			default:
				b.lacks(e, iface)
			}
		}
	}
	for _, iface := range b.spare {
		b.lacks(e, iface)
	}
	slices.SortFunc(e.Has, func(x, y Has) int { return cmp.Compare(x.Capability.Name, y.Capability.Name) })
}

// lacks notes a method that a payload needs to implement an interface, preferably one whose name the payload does not use.
func (b *builder) lacks(e *Event, iface *types.Interface) {
	var other *Lack
	for m := range iface.Methods() {
		obj, index, _ := types.LookupFieldOrMethod(b.named[e], true, m.Pkg(), m.Name())
		if index == nil && m.Exported() {
			e.Lacks = append(e.Lacks, Lack{Method: m.Name()})
			return
		}
		if fn, ok := obj.(*types.Func); ok && other == nil && !types.Identical(fn.Type(), m.Type()) {
			other = &Lack{m.Name(), b.typer.of(fn.Signature())}
		}
	}
	if other != nil {
		e.Lacks = append(e.Lacks, *other)
	}
}

// walk follows the embedded structs of one payload.
type walk struct {
	b     *builder
	event *Event
	steps []step
	found map[*Capability][]token.Position // the places on the path to each capability
}

// step is one embedded field on the path from the payload.
type step struct {
	name    string
	pos     token.Position
	pointer bool
}

// into visits the embedded fields of a struct; open are the types on the path to it, which recursive types embed again.
func (w *walk) into(named *types.Named, open []*types.Named) {
	under, ok := named.Underlying().(*types.Struct)
	if !ok || slices.Contains(open, named) || len(open) > maxDepth {
		return
	}
	open = append(open, named)
	for field := range under.Fields() {
		embedded, ok := embeds(field)
		if !ok {
			continue
		}
		_, pointer := types.Unalias(field.Type()).(*types.Pointer)
		w.steps = append(w.steps, step{field.Name(), w.b.typer.position(field), pointer})
		if c, ok := w.b.decls[embedded.Obj()]; ok && !c.Interface {
			w.reached(c)
		}
		w.into(embedded, open)
		w.steps = w.steps[:len(w.steps)-1]
	}
}

// reached notes that the steps end at a capability.
func (w *walk) reached(c *Capability) {
	has := Has{Capability: c, Pos: w.steps[len(w.steps)-1].pos}
	var way []token.Position
	for _, s := range w.steps {
		has.Path = append(has.Path, s.name)
		has.Pointer = has.Pointer || s.pointer
		way = append(way, s.pos)
	}
	first, again := w.found[c]
	if !again {
		w.found[c] = way
		w.add(has)
		return
	}
	one, two := fork(first, way)
	c.Again = append(c.Again, Again{Event: w.event, First: one, Second: two})
}

// fork returns the places where two paths from one payload part.
func fork(a, b []token.Position) (first, second token.Position) {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i], b[i]
		}
	}
	return a[len(a)-1], b[len(b)-1]
}

func (w *walk) add(h Has) {
	w.event.Has = append(w.event.Has, h)
	h.Capability.Events = append(h.Capability.Events, w.event)
}
