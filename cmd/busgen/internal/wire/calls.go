package wire

import (
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// calls fills in the calls for each event. It reports fields without a consumer method, methods that only look like one, and events without
// a consumer.
func (b *builder) calls(bus *Bus, v *vocabulary, consumers []*consumer) {
	before := len(b.list)
	numbers := b.numbers(v)
	for _, e := range v.events {
		payload := e.payload.Obj()
		bus.Events = append(bus.Events, Event{
			Name: e.name, Kind: numbers.Kind(e.name), Payload: Payload{Package{payload.Pkg().Path(), payload.Pkg().Name()}, payload.Name()},
		})
	}
	for _, c := range consumers {
		takes := b.takes(v, c)
		b.methods(bus, v, c, takes)
		for i, e := range v.events {
			bus.Events[i].Calls = append(bus.Events[i].Calls, c.gets(takes, e.methods()...)...)
		}
		bus.Begin = append(bus.Begin, c.gets(takes, onBeginBlock, onEvent)...)
		bus.EndTx = append(bus.EndTx, c.gets(takes, onEndTx, onEvent)...)
		bus.EndBlock = append(bus.EndBlock, c.gets(takes, onEndBlock, onEvent)...)
	}
	if len(b.list) == before && !bus.Partial {
		b.unconsumed(bus)
	}
}

// methods fills in the methods and fields of a consumer that have the name of a consumer method.
func (b *builder) methods(bus *Bus, v *vocabulary, c *consumer, takes map[string]By) {
	at := slices.IndexFunc(bus.Fields, func(f Field) bool { return f.Name == c.field })
	if at < 0 {
		return
	}
	bus.Fields[at].Router = c.router
	for _, name := range slices.Sorted(maps.Keys(v.methods)) {
		if obj, index, _ := types.LookupFieldOrMethod(c.typ, true, typeName(c.typ).Pkg(), name); obj == nil && index == nil {
			continue
		}
		m := Method{Name: name}
		if by, ok := takes[name]; ok {
			in := v.methods[name]
			one := slices.IndexFunc(in.takes, func(t take) bool { return t.by == by })
			m.Param = b.spelling(in.takes[one].typ)
		}
		bus.Fields[at].Methods = append(bus.Fields[at].Methods, m)
	}
}

// methods returns the names of the consumer methods for an event, in the order of the calls.
func (e *event) methods() []string {
	names := []string{"On" + e.name}
	for _, c := range e.has {
		names = append(names, "On"+c.name)
	}
	return append(names, onEvent)
}

// gets returns the calls of one consumer among these methods.
func (c *consumer) gets(takes map[string]By, methods ...string) []Call {
	if c.router {
		return []Call{{c.field, "Route", ByRoute}}
	}
	var calls []Call
	for _, name := range methods {
		if by, ok := takes[name]; ok {
			calls = append(calls, Call{c.field, name, by})
		}
	}
	return calls
}

// takes finds the consumer methods of a field, and how each takes its event.
func (b *builder) takes(v *vocabulary, c *consumer) map[string]By {
	if c.router {
		return nil
	}
	before := len(b.list)
	takes := map[string]By{}
	for _, m := range c.methods {
		in := v.methods[m.name]
		if in == nil {
			continue
		}
		if by, ok := in.fits(m.sig); ok {
			takes[m.name] = by
		} else if !invalid(m.sig) {
			b.miss(c, m, ": its "+wrong(b, m.sig), "write "+b.wants(in))
		}
	}
	for _, m := range c.methods {
		if in := v.near(m); in != nil && !invalid(m.sig) {
			if _, has := takes[in.method]; !has {
				b.miss(c, m, "; did you mean "+in.method+"?", "write "+b.wants(in))
			}
		}
	}
	b.hidden(v, c)
	if len(takes) == 0 && len(b.list) == before {
		b.fail(c.pos, fmt.Sprintf("field %s: %s has no consumer method", c.field, b.spell(c.typ)),
			"write one, such as "+b.example(v)+", or remove the field")
	}
	return takes
}

// hidden reports consumer methods that two embedded fields of a consumer have, so that Go selects neither.
func (b *builder) hidden(v *vocabulary, c *consumer) {
	for _, name := range slices.Sorted(maps.Keys(v.methods)) {
		obj, index, _ := types.LookupFieldOrMethod(c.typ, true, typeName(c.typ).Pkg(), name)
		if obj == nil && index != nil {
			b.fail(c.pos, fmt.Sprintf("field %s: %s embeds two types with %s, so Go selects neither", c.field, b.spell(c.typ), name),
				fmt.Sprintf("declare %s on %s, and call the right one there", b.wants(v.methods[name]), b.spell(c.typ)))
		}
	}
}

func (b *builder) example(v *vocabulary) string {
	if len(v.events) == 0 {
		return "OnEvent(events.Event)"
	}
	return b.wants(v.methods["On"+v.events[0].name])
}

// fits reports whether a signature is that of the consumer method, and how it takes the event.
func (in *consumerMethod) fits(sig *types.Signature) (By, bool) {
	typ := parameter(sig)
	for _, t := range in.takes {
		if typ != nil && types.Identical(typ, t.typ) {
			return t.by, true
		}
	}
	return 0, false
}

// parameter returns the type of the only parameter; nil for a signature that no consumer method can have.
func parameter(sig *types.Signature) types.Type {
	if sig.Params().Len() != 1 || sig.Results().Len() != 0 || sig.Variadic() {
		return nil
	}
	return sig.Params().At(0).Type()
}

// invalid reports whether the type checker has reported the signature.
func invalid(sig *types.Signature) bool {
	for _, tuple := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range tuple.Variables() {
			typ := types.Unalias(v.Type())
			if p, ok := typ.(*types.Pointer); ok {
				typ = types.Unalias(p.Elem())
			}
			if typ == types.Typ[types.Invalid] {
				return true
			}
		}
	}
	return false
}

// miss reports a method that only looks like a consumer method.
func (b *builder) miss(c *consumer, m method, why, hint string) {
	pos, related := b.place(c, m)
	b.fail(pos, fmt.Sprintf("method %s of %s is not a consumer method%s", m.name, b.spell(c.typ), why), hint, related...)
}

// wrong says what is wrong with the signature of a method that has the right name.
func wrong(b *builder, sig *types.Signature) string {
	switch n := sig.Params().Len(); {
	case sig.Results().Len() > 0:
		return "signature has a result"
	case n == 0:
		return "signature has no parameter"
	case sig.Variadic():
		return "parameter is variadic"
	case n > 1:
		return "signature has more than one parameter"
	}
	return "parameter is " + b.spell(sig.Params().At(0).Type())
}

// wants returns the signatures of a consumer method in words.
func (b *builder) wants(in *consumerMethod) string {
	var all []string
	for _, t := range in.takes {
		all = append(all, in.method+"("+b.spell(t.typ)+")")
	}
	return strings.Join(all, " or ")
}

// mostUnconsumed limits the events that one note names. The generated file has comments for all.
const mostUnconsumed = 5

// unconsumed notes the events without a consumer.
func (b *builder) unconsumed(bus *Bus) {
	var names []string
	for _, e := range bus.Events {
		if len(e.Calls) == 0 {
			names = append(names, e.Name)
		}
	}
	if more := len(names) - mostUnconsumed; more > 0 {
		names = append(names[:mostUnconsumed:mostUnconsumed], fmt.Sprintf("and %d more", more))
	}
	if len(names) > 0 {
		b.list.Add(diag.Diagnostic{Pos: bus.Pos, Note: true,
			Message: fmt.Sprintf("no consumer of %s takes %s", bus.Struct, strings.Join(names, ", ")),
			Hint:    "write //busgen:wire partial if that is intended"})
	}
}
