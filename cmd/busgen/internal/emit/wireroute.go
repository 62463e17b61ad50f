package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/wire"
)

// boundaries writes the methods that open and close blocks and transactions.
func (w *wired) boundaries(f *jen.File) {
	doc(f, append([]string{"BeginBlock opens a block. Blocks and transactions must nest; it panics where they do not."}, order(w.wire.Begin)...)...)
	w.boundary(f, "BeginBlock", w.wire.Begin, jen.Id("block"), jen.Qual(eventsPath, "Block"))
	w.beginTx(f)
	doc(f, append([]string{"EndTx closes the transaction."}, order(w.wire.EndTx)...)...)
	w.boundary(f, "EndTx", w.wire.EndTx, nil, nil)
	doc(f, append([]string{"EndBlock closes the block."}, order(w.wire.EndBlock)...)...)
	w.boundary(f, "EndBlock", w.wire.EndBlock, nil, nil)
}

func (w *wired) boundary(f *jen.File, name string, to []wire.Call, argument, typ *jen.Statement) {
	deliver := "deliver" + name
	f.Add(w.on()).Id(name).Params(jen.Add(argument, typ)).BlockFunc(func(g *jen.Group) {
		if call := w.part(name).Call(argument); len(to) == 0 {
			g.Add(call)
		} else {
			g.Id("b").Dot(deliver).Call(call)
		}
		g.Add(w.leave())
	})
	if len(to) == 0 {
		return
	}
	f.Commentf("%s carries the event to those who want it.", deliver)
	f.Add(w.on()).Id(deliver).Params(jen.Id("e").Qual(eventsPath, name)).BlockFunc(func(g *jen.Group) {
		kept := jen.Id("e")
		if among(to) > 1 { // made an interface once for all, since that allocates
			kept = jen.Id("kept")
			g.Add(kept).Op(":=").Qual(eventsPath, "Event").Call(jen.Id("e"))
		}
		for _, c := range to {
			e := jen.Id("e")
			if c.Kept() {
				e = kept
			}
			g.Id("b").Dot("consumers").Dot(c.Field).Dot(c.Method).Call(e)
		}
	})
}

// among counts the calls that take the event as an interface.
func among(calls []wire.Call) int {
	n := 0
	for _, c := range calls {
		if c.Kept() {
			n++
		}
	}
	return n
}

// routes writes the methods for events that have their place already.
func (w *wired) routes(f *jen.File) {
	s := finding{
		of: w.wire.Generated.Path, kind: func(event string) uint32 { return w.events[event].Kind },
		head: w.on(), call: jen.Id("b").Op("."), name: "route",
		body: w.routed, more: w.routedBoundaries, none: []jen.Code{w.part("Ignore").Call()},
	}
	for _, e := range w.wire.Events {
		s.events = append(s.events, e.Name)
	}
	w.route(f, "package "+w.wire.Generated.Name, s.write(f)...)
	w.routeMany(f)
}

// routed writes what Route does with one event.
func (w *wired) routed(event string) []jen.Code {
	code := []jen.Code{w.unlessNil(), w.follow()}
	if len(w.events[event].Calls) > 0 {
		code = append(code, w.own(delivers(event)).Call(jen.Id("e")))
	}
	return code
}

func (w *wired) routedBoundaries(g *jen.Group) {
	for _, b := range []struct {
		name string
		to   []wire.Call
	}{{"BeginBlock", w.wire.Begin}, {"EndTx", w.wire.EndTx}, {"EndBlock", w.wire.EndBlock}} {
		g.Case(jen.Qual(eventsPath, b.name)).BlockFunc(func(g *jen.Group) {
			g.Add(w.follow())
			if len(b.to) > 0 {
				g.Id("b").Dot("deliver" + b.name).Call(jen.Id("e"))
			}
		})
	}
}
