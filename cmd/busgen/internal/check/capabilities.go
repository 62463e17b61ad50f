package check

import (
	"fmt"
	"go/token"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// capabilities reports capabilities that an event has twice or by pointer, and methods that a capability can't have.
func capabilities(p *model.Package, out string) diag.List {
	var list diag.List
	for _, c := range p.Capabilities {
		for _, again := range c.Again {
			list.Add(diag.Diagnostic{
				Pos:     again.Second,
				Message: fmt.Sprintf("payload %s embeds capability %s twice", again.Event.Name, c.Name),
				Related: []diag.Related{
					{Pos: again.First, Message: "first embedded here"},
					{Pos: again.Event.Pos, Message: "payload " + again.Event.Name},
				},
				Hint: "embed it once, and give the other one a field name, which makes it plain data",
			})
		}
		list.Append(methods(c, out))
	}
	for _, e := range p.Events {
		for _, h := range e.Has {
			if h.Pointer {
				list.Add(pointer(e, h))
			}
		}
	}
	return list
}

// pointer reports a capability that only a pointer to the payload has.
func pointer(e *model.Event, h model.Has) diag.Diagnostic {
	c := h.Capability
	if c.Interface {
		return diag.Diagnostic{
			Pos:     e.Pos,
			Message: fmt.Sprintf("payload %s has the methods of capability %s only on its pointer", e.Name, c.Name),
			Related: []diag.Related{{Pos: c.Pos, Message: "capability " + c.Name}},
			Hint:    fmt.Sprintf("payloads are values: give the methods the receiver (%s), without *", e.Name),
		}
	}
	return diag.Diagnostic{
		Pos:     h.Pos,
		Message: fmt.Sprintf("payload %s embeds capability %s by pointer", e.Name, c.Name),
		Related: []diag.Related{{Pos: e.Pos, Message: "payload " + e.Name}},
		Hint:    "embed it by value: " + c.Name,
	}
}

// methods reports methods of an interface capability that a type of another package can't have.
func methods(c *model.Capability, out string) diag.List {
	var list diag.List
	for _, m := range c.Methods {
		if !token.IsExported(m.Name) {
			list.Add(diag.Diagnostic{
				Pos:     m.Pos,
				Message: fmt.Sprintf("capability %s has the unexported method %s, so no event can have the capability", c.Name, m.Name),
				Hint:    rename(m.Name),
			})
		}
		for _, t := range append(append([]*model.Type{}, m.Sig.Params...), m.Sig.Results...) {
			if bad := unspeakable(t, out, map[*model.Type]bool{}); bad != nil {
				list.Add(diag.Diagnostic{
					Pos:     m.Pos,
					Message: fmt.Sprintf("method %s of capability %s uses %s, which generated code can't name", m.Name, c.Name, bad),
					Hint:    "use a type that is exported and not in an internal folder",
				})
			}
		}
		if !m.Shared {
			list.Append(lending(c, m))
		}
	}
	return list
}

// lending reports a method that can return memory of the payload. The bus uses that memory for the next event; a view panics after that, but
// a slice would show wrong values.
func lending(c *model.Capability, m model.Method) diag.List {
	report := func(what string, t *model.Type) diag.List {
		return diag.List{{
			Pos: m.Pos,
			Message: fmt.Sprintf("method %s of capability %s %s, which can share memory with the payload: the bus uses that memory for the next event",
				m.Name, c.Name, what),
			Hint: fmt.Sprintf("return plain values or an events.List instead of %s, remove the method from the capability, or mark it //busgen:shared and document how long its result is valid", t),
		}}
	}
	for _, r := range m.Sig.Results {
		if r.Shares() {
			return report("returns "+r.String(), r)
		}
	}
	for _, p := range m.Sig.Params {
		if p.Underlying().Kind == model.Func && slices.ContainsFunc(p.Underlying().Params, (*model.Type).Shares) {
			return report("passes values to "+p.String(), p)
		}
	}
	return nil
}

// unspeakable returns the first type in t that the generated package, which is another package, can't write.
func unspeakable(t *model.Type, out string, seen map[*model.Type]bool) *model.Type {
	if t == nil || seen[t] {
		return nil
	}
	seen[t] = true
	t = t.Spelled()
	if t.Kind == model.Named && (!token.IsExported(t.Name) || !Importable(t.Path, out)) {
		return t
	}
	parts := append([]*model.Type{t.Elem, t.Key}, t.Args...)
	parts = append(append(parts, t.Params...), t.Results...)
	if t.Kind == model.Struct && t.Hidden {
		return t
	}
	for _, f := range t.Fields {
		if !f.Exported {
			return t
		}
		parts = append(parts, f.Spelled())
	}
	for _, m := range t.Methods {
		if !token.IsExported(m.Name) {
			return t
		}
		parts = append(parts, m.Sig)
	}
	for _, part := range parts {
		if bad := unspeakable(part, out, seen); bad != nil {
			return bad
		}
	}
	return nil
}
