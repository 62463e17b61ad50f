package emit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// copying writes an event Trade with one field X and returns the body of the function that copies it.
func copying(t *testing.T, x *model.Type) (generated, string) {
	t.Helper()
	files := write(t, domain([]*model.Event{payload("Trade", field("Plain", basic("int")), field("X", x))}))
	_, body, _ := strings.Cut(files.function(t, "trade_event.go", "tradeCopy(c *events.Copies, p *domain.Trade) {\n"), "{\n")
	body, ok := strings.CutSuffix(body, "}\n")
	require.True(t, ok, body)
	return files, body
}

func TestCopy(t *testing.T) {
	number := basic("int")
	byPointer, byValue := cloning("math/big", "Int", true), cloning("example.com/m/text", "Doc", false)
	line := local("Line", structOf(field("Xs", sliceOf(number))))
	by := func(method string, byPointer bool) *model.Type {
		t := cloning("example.com/m/text", "Doc", byPointer)
		t.CopyMethod = method
		return t
	}
	const deep = "func(c *events.Copies, p *"
	for name, c := range map[string]struct {
		x    *model.Type
		want string
	}{
		"slice":          {sliceOf(number), "\tp.X = events.CopySlice(c, p.X, nil)\n"},
		"slice of lists": {sliceOf(list(number)), "\tp.X = events.CopySlice(c, p.X, nil)\n"},
		"map":            {mapOf(basic("string"), number), "\tp.X = events.CopyMap(c, p.X, nil)\n"},
		"pointer":        {pointerTo(number), "\tp.X = events.CopyPointer(c, p.X, nil)\n"},
		"array":          {arrayOf(2, sliceOf(number)), "\tfor i0 := range p.X {\n\t\tp.X[i0] = events.CopySlice(c, p.X[i0], nil)\n\t}\n"},
		"arrays of arrays": {arrayOf(2, arrayOf(3, sliceOf(number))),
			"\tfor i0 := range p.X {\n\t\tfor i1 := range p.X[i0] {\n\t\t\tp.X[i0][i1] = events.CopySlice(c, p.X[i0][i1], nil)\n\t\t}\n\t}\n"},
		"pointer to slice": {pointerTo(sliceOf(number)), "\tp.X = events.CopyPointer(c, p.X, " + deep + "[]int) {\n\t\t*p = events.CopySlice(c, *p, nil)\n\t})\n"},
		"slice of slices":  {sliceOf(sliceOf(number)), "\tp.X = events.CopySlice(c, p.X, " + deep + "[]int) {\n\t\t*p = events.CopySlice(c, *p, nil)\n\t})\n"},
		"map of slices":    {mapOf(number, sliceOf(number)), "\tp.X = events.CopyMap(c, p.X, " + deep + "[]int) {\n\t\t*p = events.CopySlice(c, *p, nil)\n\t})\n"},
		"slice of arrays": {sliceOf(arrayOf(2, sliceOf(number))),
			"\tp.X = events.CopySlice(c, p.X, " + deep + "[2][]int) {\n\t\tfor i0 := range p {\n\t\t\tp[i0] = events.CopySlice(c, p[i0], nil)\n\t\t}\n\t})\n"},
		"anonymous struct":  {structOf(field("N", number), field("A", structOf(field("Xs", sliceOf(number))))), "\tp.X.A.Xs = events.CopySlice(c, p.X.A.Xs, nil)\n"},
		"named":             {line, "\tlineCopy(c, &p.X)\n"},
		"slice of named":    {sliceOf(line), "\tp.X = events.CopySlice(c, p.X, lineCopy)\n"},
		"Clone":             {byValue, "\tp.X = p.X.Clone()\n"},
		"Clone by pointer":  {byPointer, "\tp.X = *p.X.Clone()\n"},
		"pointer to Clone":  {pointerTo(byPointer), "\tp.X = events.CopyPointer(c, p.X, " + deep + "big.Int) {\n\t\t*p = *p.Clone()\n\t})\n"},
		"DeepCopy":          {by("DeepCopy", true), "\tp.X = *p.X.DeepCopy()\n"},
		"DeepCopyInto":      {by("DeepCopyInto", true), "\t{\n\t\tfrom := p.X\n\t\tfrom.DeepCopyInto(&p.X)\n\t}\n"},
		"Set":               {by("Set", true), "\tp.X = *new(text.Doc).Set(&p.X)\n"},
		"pointer to Set":    {pointerTo(by("Set", true)), "\tp.X = events.CopyPointer(c, p.X, " + deep + "text.Doc) {\n\t\t*p = *new(text.Doc).Set(p)\n\t})\n"},
		"slice of Into":     {sliceOf(by("DeepCopyInto", true)), "\tp.X = events.CopySlice(c, p.X, " + deep + "text.Doc) {\n\t\t{\n\t\t\tfrom := *p\n\t\t\tfrom.DeepCopyInto(p)\n\t\t}\n\t})\n"},
		"slice of Clone":    {sliceOf(byValue), "\tp.X = events.CopySlice(c, p.X, " + deep + "text.Doc) {\n\t\t*p = p.Clone()\n\t})\n"},
		"array of Clone":    {arrayOf(2, structOf(field("D", byValue))), "\tfor i0 := range p.X {\n\t\tp.X[i0].D = p.X[i0].D.Clone()\n\t}\n"},
		"map of structures": {mapOf(number, structOf(field("Xs", sliceOf(number)))), "\tp.X = events.CopyMap(c, p.X, " + deep + "struct {\n\t\tXs []int\n\t}) {\n\t\tp.Xs = events.CopySlice(c, p.Xs, nil)\n\t})\n"},
	} {
		t.Run(name, func(t *testing.T) {
			files, body := copying(t, c.x)
			require.Equal(t, c.want, body)
			require.Equal(t, strings.Contains(body, "lineCopy"), files.declared(t)["lineCopy"], "what is called is declared")
		})
	}
}

func TestCopyOfRecursiveTypes(t *testing.T) {
	node := local("Node", nil)
	node.Copy = model.CopyDeep
	node.Under = structOf(field("Left", pointerTo(node)), field("Rest", sliceOf(node)))
	files, body := copying(t, pointerTo(node))
	require.Equal(t, "\tp.X = events.CopyPointer(c, p.X, nodeCopy)\n", body)
	require.Equal(t, "func nodeCopy(c *events.Copies, p *domain.Node) {\n\tc.Enter(\"domain.Node\")\n"+
		"\tp.Left = events.CopyPointer(c, p.Left, nodeCopy)\n\tp.Rest = events.CopySlice(c, p.Rest, nodeCopy)\n\tc.Leave()\n}\n",
		files.function(t, "node_view.go", "nodeCopy("))

	tree := local("Tree", nil)
	tree.Copy, tree.Under = model.CopyDeep, sliceOf(tree)
	files, _ = copying(t, tree)
	require.Contains(t, files.function(t, "copy.go", "treeCopy("), "\t*p = events.CopySlice(c, *p, treeCopy)\n\tc.Leave()\n}\n")
	require.Contains(t, files.function(t, "trade_event.go", "(v TradeView) X("), "x := v.get().X\n\ttreeCopy(events.Once(\"a domain.Tree\"), &x)\n")
	require.Contains(t, files["trade_event.go"], "\ttradeCopy(events.Once(\"payload Trade\"), &c.payload)\n")
	require.Contains(t, files["trade_event.go"], "\ts.copies.Start(\"payload Trade\")\n")
	require.Contains(t, files.function(t, "trade_event.go", "tradeCopy("), "{\n\ttreeCopy(c, &p.X)\n}\n", "a trade is in no tree")
	require.Contains(t, files["trade_event.go"], "func (v TradeView) X() domain.Tree {\n", "a view would never end")
}

// Each instance of a generic type, and each of two types with one name, has a function of its own; one type met twice has one.
func TestCopyNames(t *testing.T) {
	pair := func(arg *model.Type) *model.Type {
		p := local("Pair", structOf(field("A", sliceOf(arg))))
		p.Args = []*model.Type{arg}
		return p
	}
	other := in("example.com/m/other", "Line", structOf(field("Ys", sliceOf(basic("int")))))
	files, body := copying(t, structOf(
		field("A", pair(basic("int"))), field("B", pair(basic("string"))), field("C", pair(sliceOf(basic("int")))), field("D", pair(basic("int"))),
		field("E", local("Line", structOf(field("Xs", sliceOf(basic("int")))))), field("F", other),
	))
	require.Equal(t, "\tpairOfintCopy(c, &p.X.A)\n\tpairOfstringCopy(c, &p.X.B)\n\tpairOfintCopy2(c, &p.X.C)\n\tpairOfintCopy(c, &p.X.D)\n"+
		"\tlineCopy(c, &p.X.E)\n\tlineCopy2(c, &p.X.F)\n", body)
	require.Contains(t, files.function(t, "copy.go", "pairOfintCopy2(c *events.Copies, p *domain.Pair[[]int])"), "p.A = events.CopySlice(")
	require.Contains(t, files.function(t, "copy.go", "lineCopy2(c *events.Copies, p *other.Line)"), "p.Ys = events.CopySlice(c, p.Ys, nil)")
}

// Types that only methods of capabilities mention are never copied: their fields may not even be accessible.
func TestParametersAreNotCopied(t *testing.T) {
	trade := payload("Trade")
	filter := in("example.com/m/filter", "Filter", structOf(field("hidden", sliceOf(basic("int")))))
	filter.Local = true
	matched := promise("Matched", []model.Method{{Name: "Matches", Sig: function([]*model.Type{basic("bool")}, pointerTo(filter))}}, trade)
	p := domain([]*model.Event{trade}, matched)
	p.Types = []*model.Type{trade.Type}
	require.NotContains(t, write(t, p), "copy.go")
}

// A payload is copied wherever one enters storage: when it is lent, when it is kept, and by the constructor.
func TestPayloadsAreCopiedOnEveryWay(t *testing.T) {
	trade := payload("Trade", field("Xs", sliceOf(basic("int"))))
	files := write(t, domain([]*model.Event{trade}))
	require.Contains(t, files.function(t, "trade_event.go", "(s *tradeSlot) Lend("), "s.copies.Reset()\n\ttradeCopy(&s.copies, &s.cell.payload)\n")
	require.Contains(t, files.function(t, "trade_event.go", "(v TradeView) AsStruct("), "x := *v.get()\n\ttradeCopy(nil, &x)\n\treturn x\n")
	require.Equal(t, 3, strings.Count(files["trade_event.go"], "\ttradeCopy("))
}

func TestPlainPayloadsAreNotCopied(t *testing.T) {
	files := write(t, domain([]*model.Event{payload("Trade", field("X", arrayOf(4, basic("int"))))}))
	require.NotContains(t, files, "copy.go")
	require.NotContains(t, files["trade_event.go"], "tradeCopy")
	require.NotContains(t, files["trade_event.go"], "events.Copies")
}
