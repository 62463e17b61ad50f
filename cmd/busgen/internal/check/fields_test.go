package check

import (
	"testing"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

const byX = "\ta.go:1:2: reached from payload Trade\n"

func TestFieldsThatAreFine(t *testing.T) {
	number := basic("int")
	list := foreign(model.EventsPath, "List")
	list.Args = []*model.Type{local("Line", structOf(field(9, "X", number)))}
	clone := foreign("math/big", "Int")
	clone.Copy = model.CopyClone
	node := local("Node", nil)
	node.Under = structOf(field(20, "Next", of(model.Pointer, node)), field(21, "All", of(model.Slice, node)))
	tree := local("Tree", nil)
	tree.Under = of(model.Slice, tree)
	says(t, one(field(2, "A", number), field(3, "B", list), field(4, "C", clone), field(5, "D", node), field(6, "E", tree),
		field(7, "F", &model.Type{Kind: model.Map, Key: number, Elem: of(model.Array, number)})), "")
}

// Something impossible is found wherever it is, and said where it is written.
func TestImpossibleParts(t *testing.T) {
	channel := func() *model.Type { return impossible(model.Chan, "a channel") }
	wrapped := func(kind model.TypeKind) *model.Type {
		w := of(kind, channel())
		w.Copy, w.Why, w.Hint = model.CopyImpossible, "a channel", "do without"
		return w
	}
	for name, typ := range map[string]*model.Type{
		"itself": channel(), "pointer": wrapped(model.Pointer), "slice": wrapped(model.Slice), "array": wrapped(model.Array),
		"map's item":    {Kind: model.Map, Key: basic("int"), Elem: channel(), Copy: model.CopyImpossible},
		"map's key":     {Kind: model.Map, Key: channel(), Elem: basic("int"), Copy: model.CopyImpossible},
		"map by itself": {Kind: model.Map, Key: of(model.Pointer, basic("int")), Elem: basic("int"), Copy: model.CopyImpossible, Why: "a channel", Hint: "do without"},
		"foreign":       {Kind: model.Named, Path: "bytes", PkgName: "bytes", Name: "Buffer", Copy: model.CopyImpossible, Why: "a channel", Hint: "do without"},
	} {
		t.Run(name, func(t *testing.T) {
			step := map[string]string{"slice": "[…]", "array": "[…]", "map's item": "[…]", "map's key": "[key]"}[name]
			clone := map[string]string{
				"foreign": "; or write a //busgen:clone func(bytes.Buffer) bytes.Buffer that copies it",
			}[name]
			says(t, one(field(2, "X", typ)), "a.go:2:2: can't copy Trade.X"+step+": a channel\n"+byX+
				"\thint: do without"+clone+"; or mark field X //busgen:shared if nobody changes it\n")
		})
	}
}

// The way leads from the payload to the field, and each field is reported once, by the first way.
func TestWayToTheField(t *testing.T) {
	inner := local("Inner", structOf(field(31, "C", impossible(model.Chan, "a channel"))))
	outer := local("Outer", structOf(field(21, "In", of(model.Slice, inner))))
	anonymous := structOf(field(3, "F", impossible(model.Func, "a function")))
	says(t, domain([]*model.Event{payload(1, "Trade", field(2, "Anon", anonymous), field(4, "Out", outer)), payload(11, "Order", field(12, "Out", outer))}, aspect(15, "PnL", field(16, "In", inner))),
		`a.go:3:2: can't copy Trade.Anon.F: a function
	a.go:1:2: reached from payload Trade
	a.go:2:2: by way of field Anon
	hint: do without; or mark field F //busgen:shared if nobody changes it
a.go:31:2: can't copy Trade.Out.In[…].C: a channel
	a.go:1:2: reached from payload Trade
	a.go:4:2: by way of field Out
	a.go:21:2: by way of field In
	hint: do without; or mark field C //busgen:shared if nobody changes it
`)
}

func TestCapabilitiesHaveFieldsToo(t *testing.T) {
	says(t, domain(nil, aspect(5, "PnL", field(6, "X", impossible(model.Func, "a function")))),
		"a.go:6:2: can't copy PnL.X: a function\n\ta.go:5:2: reached from capability PnL\n\thint: do without; or mark field X //busgen:shared if nobody changes it\n")
}

// Two fields of one impossible type are two findings, for each has to change.
func TestEachFieldOfAnImpossibleType(t *testing.T) {
	handler := local("Handler", impossible(model.Func, "a function"))
	handler.Copy = model.CopyImpossible
	says(t, one(field(2, "A", handler), field(3, "B", handler)),
		"a.go:2:2: can't copy Trade.A: a function\n"+byX+"\thint: do without; or mark field A //busgen:shared if nobody changes it\n"+
			"a.go:3:2: can't copy Trade.B: a function\n"+byX+"\thint: do without; or mark field B //busgen:shared if nobody changes it\n")
}

func TestUnexportedFields(t *testing.T) {
	embedded := field(4, "base", local("base", structOf()))
	embedded.Embedded = true
	says(t, one(field(2, "price", basic("int")), field(3, "_", basic("int")), embedded),
		"a.go:2:2: field price is not exported: all fields of a payload are exported\n"+byX+"\thint: export it: Price, or leave it out of the payload\n"+
			"a.go:3:2: field _ is not exported: all fields of a payload are exported\n"+byX+"\thint: give it a name that starts with a capital letter, or leave it out of the payload\n"+
			"a.go:4:2: field base is not exported: all fields of a payload are exported\n"+byX+"\thint: export the embedded type\n")
}

func TestTypesThatCannotBeNamed(t *testing.T) {
	pair := foreign("a.org/pair", "Pair")
	pair.Args = []*model.Type{foreign("a.org/x/internal/y", "Y"), local("secret", structOf())}
	nested := foreign("a.org/pair", "Pair")
	nested.Args = []*model.Type{of(model.Slice, local("hidden", structOf()))}
	says(t, one(field(2, "A", of(model.Slice, local("side", basic("int")))), field(3, "B", foreign("a.org/x/internal/y", "Y")), field(4, "C", pair), field(5, "D", nested)),
		"a.go:2:2: field A has the unexported type domain.side, so generated code can't name it\n"+byX+"\thint: export the type\n"+
			"a.go:3:2: field B has a type of the internal package a.org/x/internal/y, which the generated package can't import\n"+byX+
			"\thint: move the type out of the internal folder, or the output folder next to it\n"+
			"a.go:4:2: field C has a type of the internal package a.org/x/internal/y, which the generated package can't import\n"+byX+
			"\thint: move the type out of the internal folder, or the output folder next to it\n"+
			"a.go:4:2: field C has the unexported type domain.secret, so generated code can't name it\n"+byX+"\thint: export the type\n"+
			"a.go:5:2: field D has the unexported type domain.hidden, so generated code can't name it\n"+byX+"\thint: export the type\n")
}

func TestListItems(t *testing.T) {
	list := func(item *model.Type) *model.Type {
		l := foreign(model.EventsPath, "List")
		l.Args = []*model.Type{item}
		return l
	}
	deep := func(kind model.TypeKind, elem *model.Type) *model.Type {
		d := of(kind, elem)
		d.Copy = model.CopyDeep
		return d
	}
	clone := foreign("math/big", "Int")
	clone.Copy = model.CopyClone
	hint := func(name string) string {
		return byX + "\thint: use a list of plain values" + name + ", or a plain slice, which is copied\n"
	}
	says(t, one(field(2, "A", list(deep(model.Pointer, basic("int")))), field(3, "B", list(deep(model.Slice, basic("int")))),
		field(4, "C", list(clone)), field(5, "D", list(impossible(model.Chan, "a channel"))), field(6, "E", list(basic("int")))),
		"a.go:2:2: field A: items of an events.List are shared, but *int must be copied\n"+hint(", such as events.List[int]")+
			"a.go:3:2: field B: items of an events.List are shared, but []int must be copied\n"+hint(", such as events.List[events.List[int]]")+
			"a.go:4:2: field C: items of an events.List are shared, but big.Int must be copied\n"+hint("")+
			"a.go:5:2: can't copy Trade.D: a channel\n"+byX+"\thint: do without; or mark field D //busgen:shared if nobody changes it\n")
}

// Views show maps in the order of their keys.
func TestKeysWithoutOrder(t *testing.T) {
	hidden := foreign("net/netip", "Addr")
	keyed := func(key *model.Type) *model.Type {
		return &model.Type{Kind: model.Map, Key: key, Elem: basic("int"), Copy: model.CopyDeep}
	}
	half := foreign("a.org/half", "Half")
	half.Under = structOf(field(9, "X", basic("int")))
	half.Under.Hidden = true
	for _, key := range []*model.Type{hidden, half, of(model.Array, half), structOf(field(9, "X", hidden))} {
		says(t, one(field(2, "M", keyed(key))), "a.go:2:2: field M: keys of type "+key.String()+
			" have no order, and views show maps in the order of their keys\n"+byX+
			"\thint: use keys that are numbers, strings or structs of these, or give their type a method Compare\n")
	}
	compared := foreign("net/netip", "Addr")
	compared.Order = "Compare"
	ids := local("ID", basic("string"))
	for _, key := range []*model.Type{basic("bool"), basic("complex128"), ids, compared, of(model.Array, ids), structOf(field(9, "X", compared))} {
		says(t, one(field(2, "M", keyed(key))), "")
	}
}
