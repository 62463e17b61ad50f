package model

import (
	"slices"
	"strconv"
	"strings"
)

// Seeing is the way in which a view shows a value.
type Seeing int

// The ways to show a value.
const (
	SeenByValue   Seeing = iota // as a copy
	SeenByView                  // a struct of the domain, as its view
	SeenByPointer               // a pointer to such a struct, as its view, which may be of nil
	SeenAsSlice                 // as an events.Slice
	SeenAsMap                   // as an events.Map
)

// Seen returns how a view shows values of the type.
func (t *Type) Seen() Seeing {
	under := t.Underlying()
	switch {
	case t.Copy == CopyClone || t.Shared || t.IsList():
		return SeenByValue
	case t.Viewed():
		return SeenByView
	case t.Kind == Pointer && t.Elem.Viewed():
		return SeenByPointer
	case t.endless():
		return SeenByValue
	case under.Kind == Slice:
		return SeenAsSlice
	case under.Kind == Map:
		return SeenAsMap
	}
	return SeenByValue
}

// endless reports whether the elements of a slice or map have its own type, as those of type Tree []Tree.
func (t *Type) endless() bool {
	var open []*Type
	for u := t.Underlying(); u.Kind == Slice || u.Kind == Map; u = t.Underlying() {
		if slices.Contains(open, t) {
			return true
		}
		open, t = append(open, t), u.Elem
	}
	return false
}

// Viewed reports whether the type is a struct of the domain that is read through a view.
func (t *Type) Viewed() bool {
	return t.Kind == Named && t.Local && t.Under != nil && t.Under.Kind == Struct && t.Copy != CopyClone && t.Copy != CopyImpossible
}

// Underlying returns the underlying type of a named type, and any other type itself.
func (t *Type) Underlying() *Type {
	if t.Kind == Named && t.Under != nil && !t.IsList() {
		return t.Under
	}
	return t
}

// View is the view of a struct.
type View struct {
	Type *Type
	Name string // without the word View at its end

	// Public views are those of payloads and struct capabilities. Callers can make such views of their own values.
	Public bool
}

// Views returns the views of the generated package: of payloads and struct capabilities, then of the structs within them, those of the domain
// first. The name of a view is that of its struct, or of package and struct if another view has that name. Two views of one name are
// possible; check reports them.
func (p *Package) Views() []View {
	var views []View
	taken := map[string]bool{}
	add := func(t *Type, name string, public bool) {
		taken[name] = true
		views = append(views, View{t, name, public})
	}
	for _, e := range p.Events {
		add(e.Type, e.Name, true)
	}
	for _, c := range p.Capabilities {
		if !c.Interface {
			add(c.Type, c.Name, true)
		}
	}
	for _, t := range p.reached(views) {
		name := t.viewName()
		if taken[name] {
			name = capital(t.Spelled().PkgName) + name
		}
		add(t, name, false)
	}
	return views
}

// reached returns the structs that views show and that have no view yet.
func (p *Package) reached(roots []View) []*Type {
	seen := map[*Type]bool{}
	var into, show func(t *Type)
	into = func(t *Type) {
		if !seen[t] {
			seen[t] = true
			for _, s := range t.Selected {
				show(s.Field.Type)
			}
		}
	}
	show = func(t *Type) {
		switch t.Seen() {
		case SeenByView:
			into(t)
		case SeenByPointer:
			into(t.Elem)
		case SeenAsSlice, SeenAsMap:
			if elem := t.Underlying().Elem; !seen[elem] {
				seen[elem] = !elem.Viewed()
				show(elem)
			}
		}
	}
	for _, v := range roots {
		into(v.Type)
	}
	for _, v := range roots {
		delete(seen, v.Type)
	}
	var own, others []*Type
	for _, t := range p.Types {
		switch {
		case !seen[t] || !t.Viewed():
		case p.Has(t.Path):
			own = append(own, t)
		default:
			others = append(others, t)
		}
	}
	return slices.Concat(own, others)
}

// viewName returns the name of a type as part of a view's name: Pair[string, other.Leg] gives PairOfStringOtherLeg.
func (t *Type) viewName() string {
	own := t.Spelled()
	if len(own.Args) == 0 {
		return own.Name
	}
	name := own.Name + "Of"
	for _, arg := range own.Args {
		name += arg.words(own.Path)
	}
	return name
}

// words spells a type in letters and digits. It leaves out the name of the package home.
func (t *Type) words(home string) string {
	switch t.Kind {
	case Named:
		if t.Spelled().Path == home {
			return t.viewName()
		}
		return capital(t.Spelled().PkgName) + t.viewName()
	case Pointer:
		return t.Elem.words(home) + "Pointer"
	case Slice:
		return t.Elem.words(home) + "Slice"
	case Array:
		return t.Elem.words(home) + "Array" + strconv.FormatInt(t.Len, 10)
	case Map:
		return t.Key.words(home) + "To" + t.Elem.words(home) + "Map"
	}
	var b strings.Builder
	for _, word := range strings.FieldsFunc(t.String(), func(r rune) bool { return !isLetterOrDigit(r) }) {
		b.WriteString(capital(word))
	}
	return b.String()
}

// Ordered reports whether generated code can order values of the type, as keys of a map must be.
func (t *Type) Ordered() bool {
	switch {
	case t.Order != "":
		return true
	case t.Kind == Basic:
		return t.Name != "any" && t.Name != "error"
	case t.Kind == Named:
		return t.Under != nil && t.Under.Ordered()
	case t.Kind == Array:
		return t.Elem.Ordered()
	case t.Kind == Struct:
		return !t.Hidden && !slices.ContainsFunc(t.Fields, func(f Field) bool { return !f.Type.Ordered() })
	}
	return false
}

// Shares reports whether two copies of a value can share memory that someone can change.
func (t *Type) Shares() bool { return t.shares(map[*Type]bool{}) }

func (t *Type) shares(seen map[*Type]bool) bool {
	switch {
	case t.Copy != CopyPlain:
		return true
	case seen[t]:
		return false
	}
	seen[t] = true
	switch {
	case t.IsList():
		return t.Args[0].shares(seen)
	case t.Kind == Named:
		return t.Under != nil && t.Under.shares(seen)
	case t.Kind == Array:
		return t.Elem.shares(seen)
	}
	return slices.ContainsFunc(t.Fields, func(f Field) bool { return f.Type.shares(seen) })
}
