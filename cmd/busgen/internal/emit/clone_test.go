package emit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// cloning writes an event Trade with one field X and returns its clone function's body.
func cloning(t *testing.T, x *model.Type) (generated, string) {
	t.Helper()
	files := write(t, domain([]*model.Event{payload("Trade", field("Plain", basic("int")), field("X", x))}))
	text := files.function(t, "clone.go", "cloneTrade(v domain.Trade) domain.Trade {\n")
	_, body, _ := strings.Cut(text, "{\n")
	body, ok := strings.CutSuffix(body, "\treturn v\n}\n")
	require.True(t, ok, text)
	return files, body
}

func TestClone(t *testing.T) {
	number := basic("int")
	big := in("math/big", "Int", nil)
	big.Copy, big.CloneResultPointer = model.CopyClone, true
	doc := in("example.com/m/text", "Doc", nil)
	doc.Copy = model.CopyClone
	list := in(eventsPath, "List", nil)
	list.Args = []*model.Type{number}
	line := local("Line", structOf(field("Xs", slice(number))))
	for name, c := range map[string]struct {
		x    *model.Type
		want string
	}{
		"slice":             {slice(number), "\tv.X = slices.Clone(v.X)\n"},
		"slice of lists":    {slice(list), "\tv.X = slices.Clone(v.X)\n"},
		"map":               {mapping(basic("string"), number), "\tv.X = maps.Clone(v.X)\n"},
		"pointer":           {pointer(number), "\tif v.X != nil {\n\t\tx0 := *v.X\n\t\tv.X = &x0\n\t}\n"},
		"pointer to slice":  {pointer(slice(number)), "\tif v.X != nil {\n\t\tx0 := *v.X\n\t\tx0 = slices.Clone(x0)\n\t\tv.X = &x0\n\t}\n"},
		"array":             {array(2, slice(number)), "\tfor i0 := range v.X {\n\t\tv.X[i0] = slices.Clone(v.X[i0])\n\t}\n"},
		"slices of slices":  {slice(slice(number)), "\tv.X = slices.Clone(v.X)\n\tfor i0 := range v.X {\n\t\tv.X[i0] = slices.Clone(v.X[i0])\n\t}\n"},
		"map of slices":     {mapping(number, slice(number)), "\tv.X = maps.Clone(v.X)\n\tfor k0, x0 := range v.X {\n\t\tx0 = slices.Clone(x0)\n\t\tv.X[k0] = x0\n\t}\n"},
		"map of maps":       {mapping(number, mapping(number, pointer(number))), "\tv.X = maps.Clone(v.X)\n\tfor k0, x0 := range v.X {\n\t\tx0 = maps.Clone(x0)\n\t\tfor k1, x1 := range x0 {\n\t\t\tif x1 != nil {\n\t\t\t\tx2 := *x1\n\t\t\t\tx1 = &x2\n\t\t\t}\n\t\t\tx0[k1] = x1\n\t\t}\n\t\tv.X[k0] = x0\n\t}\n"},
		"anonymous struct":  {structOf(field("N", number), field("A", structOf(field("Xs", slice(number))))), "\tv.X.A.Xs = slices.Clone(v.X.A.Xs)\n"},
		"map of anonymous":  {mapping(number, structOf(field("Xs", slice(number)))), "\tv.X = maps.Clone(v.X)\n\tfor k0, x0 := range v.X {\n\t\tx0.Xs = slices.Clone(x0.Xs)\n\t\tv.X[k0] = x0\n\t}\n"},
		"named":             {line, "\tv.X = cloneLine(v.X)\n"},
		"slice of named":    {slice(line), "\tv.X = slices.Clone(v.X)\n\tfor i0 := range v.X {\n\t\tv.X[i0] = cloneLine(v.X[i0])\n\t}\n"},
		"Clone":             {doc, "\tv.X = v.X.Clone()\n"},
		"Clone by pointer":  {big, "\tv.X = *v.X.Clone()\n"},
		"pointer to Clone":  {pointer(big), "\tif v.X != nil {\n\t\tx0 := *v.X.Clone()\n\t\tv.X = &x0\n\t}\n"},
		"pointer to cloner": {pointer(doc), "\tif v.X != nil {\n\t\tx0 := v.X.Clone()\n\t\tv.X = &x0\n\t}\n"},
		"slice of Clone":    {slice(doc), "\tv.X = slices.Clone(v.X)\n\tfor i0 := range v.X {\n\t\tv.X[i0] = v.X[i0].Clone()\n\t}\n"},
	} {
		t.Run(name, func(t *testing.T) {
			files, body := cloning(t, c.x)
			require.Equal(t, c.want, body)
			require.Equal(t, strings.Contains(body, "cloneLine"), strings.Contains(files["clone.go"], "func cloneLine("), "what is called is declared")
		})
	}
}

func TestCloneOfRecursiveTypes(t *testing.T) {
	node := local("Node", nil)
	node.Copy = model.CopyDeep
	node.Under = structOf(field("Left", pointer(node)), field("Rest", slice(node)))
	files, body := cloning(t, pointer(node))
	require.Equal(t, "\tif v.X != nil {\n\t\tx0 := *v.X\n\t\tx0 = cloneNode(x0)\n\t\tv.X = &x0\n\t}\n", body)
	require.Equal(t, `func cloneNode(v domain.Node) domain.Node {
	if v.Left != nil {
		x0 := *v.Left
		x0 = cloneNode(x0)
		v.Left = &x0
	}
	v.Rest = slices.Clone(v.Rest)
	for i0 := range v.Rest {
		v.Rest[i0] = cloneNode(v.Rest[i0])
	}
	return v
}
`, files.function(t, "clone.go", "cloneNode("))

	tree := local("Tree", nil)
	tree.Copy, tree.Under = model.CopyDeep, slice(tree)
	files, _ = cloning(t, tree)
	require.Contains(t, files.function(t, "clone.go", "cloneTree("), "\tv = slices.Clone(v)\n\tfor i0 := range v {\n\t\tv[i0] = cloneTree(v[i0])\n\t}\n")
}

// Each instance of a generic type, and each of two types with one name, has a function of its own; one type met twice has one.
func TestCloneNames(t *testing.T) {
	pair := func(arg *model.Type) *model.Type {
		p := local("Pair", structOf(field("A", slice(arg))))
		p.Args = []*model.Type{arg}
		return p
	}
	other := in("example.com/m/other", "Line", structOf(field("Ys", slice(basic("int")))))
	files, body := cloning(t, structOf(
		field("A", pair(basic("int"))), field("B", pair(basic("string"))), field("C", pair(slice(basic("int")))), field("D", pair(basic("int"))),
		field("E", local("Line", structOf(field("Xs", slice(basic("int")))))), field("F", other),
	))
	require.Equal(t, `	v.X.A = clonePairOfint(v.X.A)
	v.X.B = clonePairOfstring(v.X.B)
	v.X.C = clonePairOfint2(v.X.C)
	v.X.D = clonePairOfint(v.X.D)
	v.X.E = cloneLine(v.X.E)
	v.X.F = cloneLine2(v.X.F)
`, body)
	require.Contains(t, files.function(t, "clone.go", "clonePairOfint2(v domain.Pair[[]int])"), "v.A = slices.Clone(v.A)")
	require.Contains(t, files.function(t, "clone.go", "cloneLine2(v other.Line)"), "v.Ys = slices.Clone(v.Ys)")
}

// The row of an event CloneTrade has the name that the function for a type TradeRow would have.
func TestCloneNamesBesideRowsAndChunks(t *testing.T) {
	deep := structOf(field("Xs", slice(basic("int"))))
	clone := payload("CloneTrade", field("Row", local("TradeRow", deep)), field("Chunk", local("TradeChunk", deep)))
	declared := write(t, domain([]*model.Event{clone})).declared(t)
	for _, name := range []string{"cloneTradeRow", "cloneTradeRow2", "cloneTradeChunk", "cloneTradeChunk2", "cloneCloneTrade"} {
		require.True(t, declared[name], name)
	}
}

// A payload is copied wherever one enters or leaves an event: at each emit, by the constructor, by each accessor.
func TestPayloadsAreCopiedOnEveryWay(t *testing.T) {
	trade := payload("Trade", field("Xs", slice(basic("int"))))
	tags := aspect("Tags", trade)
	tags.Type.Under, tags.Type.Copy = structOf(field("Tags", slice(basic("string")))), model.CopyDeep
	size := &model.Type{Kind: model.Func, Results: []*model.Type{basic("int")}}
	files := write(t, domain([]*model.Event{trade}, tags, promise("Sized", []model.Method{{Name: "Size", Sig: size}}, trade)))
	text := files["trade_event.go"]
	require.Contains(t, text, "func CopyTrade(payload domain.Trade) domain.Trade {\n\treturn cloneTrade(payload)\n}")
	require.Equal(t, 2, strings.Count(files.function(t, "trade_event.go", "(r *Router) EmitTrade"), "\t\tpayload = CopyTrade(payload)\n"))
	require.Contains(t, files.function(t, "trade_event.go", "(r *Router) tradeNest"), "\t*payload = CopyTrade(*payload)\n")
	require.Contains(t, text, "return &Trade{events.Stamp(header), cloneTrade(payload)}")
	require.Contains(t, text, "return cloneTrade(e.payload)")
	require.Contains(t, text, "return cloneTags(e.payload.Tags)")
	require.Contains(t, text, "return e.Trade().Size()", "a method may change what its receiver shares")
}

func TestPlainPayloadsAreNotCopied(t *testing.T) {
	trade := payload("Trade", field("X", array(4, basic("int"))))
	size := &model.Type{Kind: model.Func}
	files := write(t, domain([]*model.Event{trade}, promise("Sized", []model.Method{{Name: "Size", Sig: size}}, trade)))
	require.NotContains(t, files, "clone.go")
	require.Contains(t, files["trade_event.go"], "\te.payload.Size()\n")
	require.NotContains(t, files["trade_event.go"], "clone")
}
