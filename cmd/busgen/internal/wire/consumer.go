package wire

import (
	"fmt"
	"go/token"
	"go/types"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// consumer is a field whose type can be a consumer.
type consumer struct {
	field   string
	pos     token.Position
	typ     *types.Pointer
	router  bool
	methods []method // sorted by name
}

// method is one of a consumer's methods, with type arguments filled in.
type method struct {
	name string
	fn   *types.Func
	sig  *types.Signature
}

// consumers reads the fields of a struct and reports those that can't be consumers.
func (b *builder) consumers(bus *Bus, under *types.Struct) []*consumer {
	var found []*consumer
	for f := range under.Fields() {
		bus.Fields = append(bus.Fields, Field{Name: f.Name(), Embedded: f.Embedded(), Tag: under.Tag(len(bus.Fields)), Type: b.fieldType(f)})
		pos := b.Loaded.Fset.Position(f.Pos())
		ptr, why := pointer(f.Type())
		switch {
		case types.Unalias(f.Type()) == types.Typ[types.Invalid] || ptr != nil && types.Unalias(ptr.Elem()) == types.Typ[types.Invalid]:
			// the type checker reports it
		case f.Name() == "_":
			b.fail(pos, fmt.Sprintf("field _ of %s needs a name", bus.Struct), "give it a name, or remove it")
		case why != "":
			b.fail(pos, fmt.Sprintf("field %s of %s is %s, not a pointer to a named type", f.Name(), bus.Struct, why),
				"use a pointer to a concrete type, such as *Positions; attach consumers that are known only at run time to a field Router *generated.Router")
		default:
			found = append(found, b.consumer(f, pos, ptr))
		}
	}
	return found
}

// pointer returns the pointer if a type is one to a named type with methods of its own. Otherwise, why says what the type is.
func pointer(typ types.Type) (ptr *types.Pointer, why string) {
	ptr, ok := types.Unalias(typ).(*types.Pointer)
	if !ok {
		return nil, kind(typ)
	}
	elem := types.Unalias(ptr.Elem())
	if _, named := elem.(*types.Named); !named {
		return ptr, "a pointer to " + kind(elem)
	}
	switch elem.Underlying().(type) {
	case *types.Interface, *types.Pointer:
		return ptr, "a pointer to " + kind(elem.Underlying())
	}
	return ptr, ""
}

// kind names what kind of type a field has.
func kind(typ types.Type) string {
	switch typ.Underlying().(type) {
	case *types.Struct:
		return "a struct"
	case *types.Interface:
		return "an interface"
	case *types.Slice:
		return "a slice"
	case *types.Signature:
		return "a function"
	case *types.Pointer:
		return "a pointer"
	case *types.Map:
		return "a map"
	case *types.Chan:
		return "a channel"
	case *types.Array:
		return "an array"
	}
	return "a value"
}

func (b *builder) consumer(f *types.Var, pos token.Position, ptr *types.Pointer) *consumer {
	c := &consumer{field: f.Name(), pos: pos, typ: ptr}
	obj := typeName(ptr)
	if obj.Name() == "Router" && b.origins.event(obj) {
		c.router = true
		return c
	}
	set := types.NewMethodSet(ptr)
	for selection := range set.Methods() {
		fn, ok := selection.Obj().(*types.Func)
		sig, is := selection.Type().(*types.Signature)
		if ok && is {
			c.methods = append(c.methods, method{fn.Name(), fn, sig})
		}
	}
	return c
}

// place returns where a method is declared if it is in the module, and otherwise the place of the field.
func (b *builder) place(c *consumer, m method) (pos token.Position, related []diag.Related) {
	if m.fn.Pkg() == nil || !b.Loaded.Local(m.fn.Pkg().Path()) {
		return c.pos, nil
	}
	pos = b.Loaded.Refine(b.Loaded.Fset.Position(m.fn.Pos()), m.name)
	return pos, []diag.Related{{Pos: c.pos, Message: "field " + c.field}}
}

// mention is a place that shows which generated package a consumer takes events from.
type mention struct {
	pkg  *types.Package
	pos  token.Position
	what string
}

// mentions lists the generated packages that a consumer's methods take events from. Methods whose name fits the event count. If there is
// none, methods with other names count.
func (b *builder) mentions(c *consumer) []mention {
	if c.router {
		return []mention{{typeName(c.typ).Pkg(), c.pos, "field " + c.field}}
	}
	var fits, other []mention
	for _, m := range c.methods {
		if m.sig.Params().Len() != 1 {
			continue
		}
		obj := typeName(m.sig.Params().At(0).Type())
		if obj == nil || !b.origins.event(obj) {
			continue
		}
		pos, _ := b.place(c, m)
		found := mention{obj.Pkg(), pos, "method " + m.name + " of " + b.spell(c.typ)}
		if m.name == "On"+strings.TrimSuffix(obj.Name(), "Event") || m.name == "On"+obj.Name() {
			fits = append(fits, found)
		} else if _, noun := habit(m.name); noun != "" {
			other = append(other, found)
		}
	}
	if fits == nil {
		return other
	}
	return fits
}

// spell writes a type as the reader of the wired struct's package would.
func (b *builder) spell(typ types.Type) string {
	return types.TypeString(typ, func(p *types.Package) string {
		if p.Path() == b.Loaded.Path {
			return ""
		}
		return p.Name()
	})
}
