package emit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// accessor writes an event Trade with one field X and returns the rest of its accessor: its result and body.
func accessor(t *testing.T, x *model.Type) (generated, string) {
	t.Helper()
	files := write(t, domain([]*model.Event{payload("Trade", field("X", x))}))
	text, _, _ := strings.Cut(files["trade_event.go"], "\ntype tradeCell ")
	_, after, found := strings.Cut(text, "func (v TradeView) X() ")
	require.True(t, found, text)
	if i := strings.Index(after, "\n\n// tradeCopy"); i >= 0 {
		after = after[:i]
	}
	result, body, _ := strings.Cut(strings.TrimSpace(after), "{") // gofmt aligns short methods
	return files, strings.TrimSpace(result) + " {" + body
}

func TestAccessors(t *testing.T) {
	number, text := basic("int"), basic("string")
	line := local("Line", structOf(field("N", number)))
	names := local("Names", sliceOf(text))
	lots := local("Lots", mapOf(text, number))
	doc := cloning("example.com/m/text", "Doc", false)
	const readLine = "func(l lent, p **domain.Line) LineView { events.Check(l); return LineView{l, *p} }"
	for name, c := range map[string]struct {
		x    *model.Type
		want string
	}{
		"basic":          {number, "int { return v.get().X }"},
		"list":           {list(number), "events.List[int] { return v.get().X }"},
		"foreign":        {in("time", "Time", nil), "time.Time { return v.get().X }"},
		"struct":         {line, "LineView { return LineView{v.lent, &v.get().X} }"},
		"pointer":        {pointerTo(line), "LineView { return LineView{v.lent, v.get().X} }"},
		"plain array":    {arrayOf(2, number), "[2]int { return v.get().X }"},
		"array":          {arrayOf(1, sliceOf(number)), "[1][]int {\n\tx := v.get().X\n\tfor i0 := range x {\n\t\tx[i0] = events.CopySlice(nil, x[i0], nil)\n\t}\n\treturn x\n}"},
		"basic pointer":  {pointerTo(number), "*int {\n\tx := v.get().X\n\tx = events.CopyPointer(nil, x, nil)\n\treturn x\n}"},
		"clone":          {doc, "text.Doc {\n\tx := v.get().X\n\tx = x.Clone()\n\treturn x\n}"},
		"slice":          {sliceOf(number), "events.Slice[int, int] {\n\treturn events.ViewSlice(v.lent, &v.get().X, events.Value[int])\n}"},
		"named slice":    {names, "events.Slice[string, string] {\n\treturn events.ViewSlice(v.lent, (*[]string)(&v.get().X), events.Value[string])\n}"},
		"slice of lines": {sliceOf(line), "events.Slice[domain.Line, LineView] {\n\treturn events.ViewSlice(v.lent, &v.get().X, lineRead)\n}"},
		"map of lines":   {mapOf(text, line), "events.Map[string, domain.Line, LineView] {\n\treturn events.ViewMap(v.lent, &v.get().X, cmp.Compare[string], func(l lent, x domain.Line) LineView {\n\t\tevents.Check(l)\n\t\treturn LineView{l, &x}\n\t})\n}"},
		"named map":      {lots, "events.Map[string, int, int] {\n\treturn events.ViewMap(v.lent, (*map[string]int)(&v.get().X), cmp.Compare[string], events.Self[int])\n}"},
	} {
		t.Run(name, func(t *testing.T) {
			files, got := accessor(t, c.x)
			require.Equal(t, c.want, got)
			require.Equal(t, strings.Contains(got, "LineView"), files["line_view.go"] != "", "a view is there if it is needed")
			require.Equal(t, strings.Contains(got, "lineRead"), strings.Contains(files["line_view.go"], "func lineRead("))
		})
	}
	for name, c := range map[string]struct {
		x     *model.Type
		typ   string
		reads string
	}{
		"slice of pointers": {sliceOf(pointerTo(line)), "events.Slice[*domain.Line, LineView]", strings.NewReplacer("{ ", "{\n\t\t", "; ", "\n\t\t", " }", "\n\t}").Replace(readLine)},
		"slices of slices": {sliceOf(sliceOf(line)), "events.Slice[[]domain.Line, events.Slice[domain.Line, LineView]]",
			"func(l lent, p *[]domain.Line) events.Slice[domain.Line, LineView] {\n\t\treturn events.ViewSlice(l, p, lineRead)\n\t}"},
		"slices of named slices": {sliceOf(names), "events.Slice[domain.Names, events.Slice[string, string]]",
			"func(l lent, p *domain.Names) events.Slice[string, string] {\n\t\treturn events.ViewSlice(l, (*[]string)(p), events.Value[string])\n\t}"},
		"slice of clones": {sliceOf(doc), "events.Slice[text.Doc, text.Doc]",
			"func(l lent, p *text.Doc) text.Doc {\n\t\tevents.Check(l)\n\t\tx := *p\n\t\tx = x.Clone()\n\t\treturn x\n\t}"},
	} {
		t.Run(name, func(t *testing.T) {
			_, got := accessor(t, c.x)
			require.Equal(t, c.typ+" {\n\treturn events.ViewSlice(v.lent, &v.get().X, "+c.reads+")\n}", got)
		})
	}
}

// Views show maps in the order of their keys, whatever keys are made of.
func TestComparisons(t *testing.T) {
	number := basic("int")
	ordered := in("time", "Time", nil)
	ordered.Order = "Compare"
	id := local("ID", basic("string"))
	for want, key := range map[string]*model.Type{
		"cmp.Compare[int]":               number,
		"cmp.Compare[domain.ID]":         id,
		"time.Time.Compare":              ordered,
		"CompareBools(bool(a), bool(b))": local("Flag", basic("bool")),
		"cmp.Or(cmp.Compare(real(a), real(b)), cmp.Compare(imag(a), imag(b)))":                              basic("complex128"),
		"cmp.Or(cmp.Compare(a.N, b.N), a.At.Compare(b.At))":                                                 structOf(field("N", number), field("At", ordered)),
		"slices.CompareFunc(a[:], b[:], func(a, b domain.ID) int {\n\t\t\treturn cmp.Compare(a, b)\n\t\t})": arrayOf(2, id),
		"return 0": structOf(),
	} {
		_, got := accessor(t, mapOf(key, number))
		require.Contains(t, got, want)
	}
}

// Views are only written of structs that some view shows, and named apart.
func TestViewsThatAreNeeded(t *testing.T) {
	number := basic("int")
	inList := local("Listed", structOf(field("N", number)))
	key := local("Key", structOf(field("N", number)))
	line := local("Line", structOf(field("N", number)))
	other := in("example.com/m/other", "Line", structOf(field("Deep", sliceOf(local("Deep", structOf(field("N", number)))))))
	other.Local = true
	files := write(t, domain([]*model.Event{payload("Trade", field("A", list(inList)), field("B", mapOf(key, number)), field("C", other), field("D", line), field("E", arrayOf(2, local("Cell", structOf(field("N", number))))))}))
	declared := files.declared(t)
	for name, want := range map[string]bool{"ListedView": false, "KeyView": false, "CellView": false, "LineView": true, "OtherLineView": true, "DeepView": true} {
		require.Equal(t, want, declared[name], name)
	}
	require.Contains(t, files["line_view.go"], "p    *domain.Line\n")
	require.Contains(t, files["other_line_view.go"], "p    *other.Line\n")
}
