package emit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

func function(results []*model.Type, params ...*model.Type) *model.Type {
	return &model.Type{Kind: model.Func, Params: params, Results: results}
}

func channelOf(dir int, elem *model.Type) *model.Type {
	return &model.Type{Kind: model.Chan, Dir: dir, Elem: elem}
}

// spelled is a type as gofmt has it, on one line.
func spelled(t *model.Type) string {
	declaration := fmt.Sprintf("%#v", jen.Var().Id("x").Add(typ(t)))
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.TrimPrefix(declaration, "var x "), "\n", "; ")), " ")
}

func TestTypes(t *testing.T) {
	number, text := basic("int"), basic("string")
	variadic := function(nil, text, sliceOf(number))
	variadic.Variadic = true
	pair := local("Pair", nil)
	pair.Args = []*model.Type{number, sliceOf(local("Line", nil))}
	embedded := model.Field{Name: "Line", Embedded: true, Exported: true, Type: local("Line", nil)}
	tagged := model.Field{Name: "A", Exported: true, Type: number, Tag: `json:"a" db:"b"`}
	for want, typ := range map[string]*model.Type{
		"int":                             number,
		"T":                               {Kind: model.TypeParam, Name: "T"},
		"*int":                            pointerTo(number),
		"[][3]int":                        sliceOf(arrayOf(3, number)),
		"map[string]*int":                 mapOf(text, pointerTo(number)),
		"domain.Pair[int, []domain.Line]": pair,
		"struct{}":                        structOf(),
		"struct {; domain.Line; }":        structOf(embedded),
		`struct {; A int "json:\"a\" db:\"b\""; }`: structOf(tagged),
		"func()":                              function(nil),
		"func(string, ...int)":                variadic,
		"func(int) string":                    function([]*model.Type{text}, number),
		"func() (int, error)":                 function([]*model.Type{number, basic("error")}),
		"chan int":                            channelOf(0, number),
		"chan<- int":                          channelOf(1, number),
		"<-chan int":                          channelOf(2, number),
		"chan (<-chan int)":                   channelOf(0, channelOf(2, number)),
		"chan chan<- int":                     channelOf(0, channelOf(1, number)),
		"chan<- <-chan int":                   channelOf(1, channelOf(2, number)),
		"interface {; M(string, ...int); }":   {Kind: model.Interface, Methods: []model.Method{{Name: "M", Sig: variadic}}},
		"interface {; N() (int, error); }":    {Kind: model.Interface, Methods: []model.Method{{Name: "N", Sig: function([]*model.Type{number, basic("error")})}}},
		"func(func() func(int)) func() error": function([]*model.Type{function([]*model.Type{basic("error")})}, function([]*model.Type{function(nil, number)})),
	} {
		require.Equal(t, want, spelled(typ))
	}
}

func TestArgumentsHaveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for i := range 100 {
		name := argument("arg", i)
		require.False(t, seen[name], name)
		seen[name] = true
	}
	require.Equal(t, []string{"arga", "argz", "arga1", "argb1", "arga2"},
		[]string{argument("arg", 0), argument("arg", 25), argument("arg", 26), argument("arg", 27), argument("arg", 52)})
}

func TestForwardedMethods(t *testing.T) {
	number, text := basic("int"), basic("string")
	variadic := function([]*model.Type{number, basic("error")}, text, sliceOf(number))
	variadic.Variadic = true
	many := function([]*model.Type{number})
	for range 30 {
		many.Params = append(many.Params, number)
	}
	trade := payload("Trade")
	wide := promise("Wide", []model.Method{
		{Name: "Many", Sig: many}, {Name: "None", Sig: function(nil)}, {Name: "Scale", Sig: variadic}, {Name: "Set", Sig: function(nil, number)},
	}, trade)
	narrow := promise("Narrow", []model.Method{{Name: "Scale", Sig: variadic}}, trade)
	files := write(t, domain([]*model.Event{trade}, narrow, wide))
	file := files["trade_event.go"]
	require.Contains(t, file, "func (e Trade) None() {\n\tevents.Check(e.lent)\n\te.cell.payload.None()\n}\n")
	require.Contains(t, file, "func (e Trade) Set(arga int) {\n\tevents.Check(e.lent)\n\te.cell.payload.Set(arga)\n}\n")
	require.Contains(t, file, "func (e Trade) Scale(arga string, argb ...int) (int, error) {\n\tevents.Check(e.lent)\n\treturn e.cell.payload.Scale(arga, argb...)\n}\n")
	require.Equal(t, 1, strings.Count(file, "func (e Trade) Scale("), "two capabilities share it")
	var names []string
	for i := range 30 {
		names = append(names, argument("arg", i))
	}
	require.Contains(t, file, fmt.Sprintf("func (e Trade) Many(%s int) int {\n\tevents.Check(e.lent)\n\treturn e.cell.payload.Many(%s)\n}\n",
		strings.Join(names, " int, "), strings.Join(names, ", ")))
}
