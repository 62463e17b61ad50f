package check

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

func TestEmbeddedTwice(t *testing.T) {
	trade, pnl := payload(1, "Trade"), aspect(5, "PnL")
	trade.Has = []model.Has{{Capability: pnl, Path: []string{"PnL"}, Pos: at(2)}}
	pnl.Again = []model.Again{{Event: trade, First: at(2), Second: at(3)}}
	says(t, domain([]*model.Event{trade}, pnl), `a.go:3:2: payload Trade embeds capability PnL twice
	a.go:2:2: first embedded here
	a.go:1:2: payload Trade
	hint: embed it once, and give the other one a field name, which makes it plain data
`)
}

func TestOnPointersOnly(t *testing.T) {
	trade, pnl, priced := payload(1, "Trade"), aspect(5, "PnL"), promise(7, "Priced")
	trade.Has = []model.Has{{Capability: pnl, Path: []string{"PnL"}, Pos: at(2), Pointer: true}, {Capability: priced, Pos: at(1), Pointer: true}}
	says(t, domain([]*model.Event{trade}, pnl, priced), `a.go:1:2: payload Trade has the methods of capability Priced only on its pointer
	a.go:7:2: capability Priced
	hint: payloads are values: give the methods the receiver (Trade), without *
a.go:2:2: payload Trade embeds capability PnL by pointer
	a.go:1:2: payload Trade
	hint: embed it by value: PnL
`)
}

func TestUnexportedMethod(t *testing.T) {
	says(t, domain([]*model.Event{payload(1, "Trade")}, promise(5, "Closed", method(6, "closed"))),
		"a.go:6:2: capability Closed has the unexported method closed, so no event can have the capability\n\thint: export it: Closed\n")
}

// A type that the generated package can't name is found in every part of a signature.
func TestUnspeakable(t *testing.T) {
	secret := local("secret", basic("int"))
	generic := foreign("a.org/box", "Box")
	generic.Args = []*model.Type{secret}
	for name, typ := range map[string]*model.Type{
		"itself": secret, "pointer": of(model.Pointer, secret), "key": {Kind: model.Map, Key: secret, Elem: basic("int")}, "argument": generic,
		"parameter": {Kind: model.Func, Params: []*model.Type{basic("int"), secret}}, "result": {Kind: model.Func, Results: []*model.Type{secret}},
		"field":  structOf(field(9, "X", secret)),
		"method": {Kind: model.Interface, Methods: []model.Method{method(9, "M", secret)}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Same(t, secret, unspeakable(typ, outPath, map[*model.Type]bool{}))
			says(t, domain(nil, promise(5, "Priced", method(6, "Price", basic("int"), typ))),
				"a.go:6:2: method Price of capability Priced uses domain.secret, which generated code can't name\n"+
					"\thint: use a type that is exported and not in an internal folder\n")
		})
	}
	internal := foreign("a.org/internal/x", "X")
	require.Same(t, internal, unspeakable(of(model.Slice, internal), outPath, map[*model.Type]bool{}))
	recursive := of(model.Slice, nil)
	recursive.Elem = recursive
	require.Nil(t, unspeakable(recursive, outPath, map[*model.Type]bool{}))
}

// A literal with a name that is not exported is another type in each package.
func TestUnspeakableLiterals(t *testing.T) {
	fields := structOf(field(9, "x", basic("int")))
	methods := &model.Type{Kind: model.Interface, Methods: []model.Method{method(9, "m")}}
	require.Same(t, fields, unspeakable(of(model.Slice, fields), outPath, map[*model.Type]bool{}))
	require.Same(t, methods, unspeakable(of(model.Slice, methods), outPath, map[*model.Type]bool{}))
}

// What a method returns outlives the call, so it may not be memory that the bus uses again.
func TestResultsThatShareMemory(t *testing.T) {
	slice := of(model.Slice, basic("int"))
	slice.Copy = model.CopyDeep
	list := func(item *model.Type) *model.Type {
		l := foreign(model.EventsPath, "List")
		l.Args = []*model.Type{item}
		return l
	}
	clone := foreign("math/big", "Int")
	clone.Copy = model.CopyClone
	holder := local("Holder", structOf(field(9, "X", list(slice))))
	self := local("Self", nil)
	self.Under = structOf(field(9, "X", list(self)))
	for name, bad := range map[string]*model.Type{
		"slice": slice, "function": impossible(model.Func, "a function"), "clone": clone, "list of slices": list(slice),
		"array of lists of slices": of(model.Array, list(slice)), "struct": holder,
	} {
		found := printed(t, Model(domain(nil, promise(5, "Listed", method(6, "All", basic("int"), bad))), outPath))
		require.Contains(t, found, "a.go:6:2: method All of capability Listed returns "+bad.String()+", which can share memory with the payload", name)
		require.Contains(t, found, "hint: return plain values or an events.List instead of "+bad.String(), name)
	}
	for _, fine := range []*model.Type{basic("string"), list(basic("int")), of(model.Array, basic("int")), foreign("time", "Time"), self} {
		says(t, domain(nil, promise(5, "Listed", method(6, "All", fine))), "")
	}
	each := method(6, "Each")
	each.Sig.Params = []*model.Type{{Kind: model.Func, Params: []*model.Type{basic("int"), slice}}}
	require.Contains(t, printed(t, Model(domain(nil, promise(5, "Listed", each)), outPath)),
		"a.go:6:2: method Each of capability Listed passes values to func(int, []int), which can share memory")
	each.Sig.Params = []*model.Type{{Kind: model.Func, Params: []*model.Type{basic("int")}}, slice}
	says(t, domain(nil, promise(5, "Listed", each)), "")
}
