package emit

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

func TestFileNames(t *testing.T) {
	for name, want := range map[string]string{
		"Trade": "trade", "PositionUpdated": "position_updated", "PnL": "pnl", "URL": "url", "URLLinux": "urllinux", "X": "x",
		"HTTPServerTest": "httpserver_test", "MarketLinux": "market_linux", "Ünit": "ünit", "A1B": "a1b",
	} {
		require.Equal(t, want, snake(name), name)
	}
}

// No two files may differ in case only, and none may be one that the go command leaves out.
func TestFileNamesOnAnyFileSystem(t *testing.T) {
	files := write(t, domain([]*model.Event{payload("ABC"), payload("ABc"), payload("Abc"), payload("LoadTest"), payload("Windows"), payload("Router1")}, aspect("Linux"), aspect("LINUX")))
	names := slices.Sorted(maps.Keys(files))
	require.Subset(t, names, []string{"abc_event.go", "abc_event_2.go", "abc_event_3.go", "load_test_event.go", "windows_event.go", "linux_capability.go", "linux_capability_2.go"})
	require.Len(t, names, 8+6, "six events, two capabilities and what every package has")
	for _, name := range names {
		require.Equal(t, strings.ToLower(name), name)
		require.NotRegexp(t, `_(test|linux|windows|amd64)\.go$`, name)
	}
	require.Contains(t, files["abc_event.go"], "type ABC struct")
	require.Contains(t, files["abc_event_2.go"], "type ABc struct")
	require.Contains(t, files["abc_event_3.go"], "type Abc struct")
}

func TestImportsThatClash(t *testing.T) {
	number := basic("int")
	trade := payload("Trade")
	for i, path := range []string{"a.org/x/mux", "b.org/x/mux", "a.org/x/events", "a.org/x/slices", "a.org/x/lane", "a.org/x/r", "a.org/x/generated", "a.org/x/string", "a.org/x/plain", "c.org/mux2"} {
		trade.Type.Under.Fields = append(trade.Type.Under.Fields, field(string(rune('A'+i)), in(path, "T", structOf(field("X", number)))))
	}
	files := write(t, domain([]*model.Event{trade}))
	for range 10 {
		require.Equal(t, files, write(t, domain([]*model.Event{trade})), "the numbers go by path")
	}
	event := files["trade_event.go"]
	for path, name := range map[string]string{
		"a.org/x/mux": "mux2", "b.org/x/mux": "mux3", "a.org/x/events": "events2", "a.org/x/slices": "slices2",
		"a.org/x/lane": "lane2", "a.org/x/r": "r2", "c.org/mux2": "mux22",
	} {
		require.Contains(t, event, name+" \""+path+"\"\n")
	}
	require.Contains(t, event, "\t\"a.org/x/plain\"\n")
	require.NotContains(t, event, "\tstring \"a.org/x/string\"")
	require.NotContains(t, event, "\t\"a.org/x/string\"", "the package would hide the predeclared string")
}

func TestGuards(t *testing.T) {
	number := basic("int")
	alias := model.Field{Name: "Alias", Embedded: true, Exported: true, Type: local("Line", nil), Alias: local("Alias", nil)}
	plain := model.Field{Name: "Line", Embedded: true, Exported: true, Type: local("Line", nil)}
	tagged := field("A", number)
	tagged.Tag = `json:"a"`
	p := domain([]*model.Event{payload("Trade", tagged, alias)}, promise("Priced", nil))
	generic := local("Pair", structOf(field("A", number)))
	generic.Args = []*model.Type{number}
	p.Types = append(p.Types, generic, in("time", "Time", nil), local("Other", structOf(plain)), local("Names", sliceOf(basic("string"))))
	guard := write(t, p)[guardFile+".go"]
	require.Contains(t, guard, "func _(v run_go_generate_domain.Trade) {\n\ttype run_go_generate struct {\n\t\tA int\n\t\trun_go_generate_domain.Alias\n\t}\n"+
		"\t_ = (*run_go_generate)(&v) // Trade has changed since this was generated: run go generate ./...\n"+
		"\t{\n\t\ttype run_go_generate = run_go_generate_domain.Line\n\t\t_ = func() *run_go_generate {\n"+
		"\t\t\treturn &v.Alias // Trade has changed since this was generated: run go generate ./...\n\t\t}\n\t}\n}\n", "by the alias's name and without tags, which conversion ignores")
	require.Contains(t, guard, "type run_go_generate struct {\n\t\trun_go_generate_domain.Line\n\t}\n")
	require.Contains(t, guard, "func _(v run_go_generate_domain.Names) {\n\ttype run_go_generate []string\n")
	require.Contains(t, guard, "func _(v run_go_generate_domain.Pair[int]) {\n\ttype run_go_generate struct {\n\t\tA int\n\t}\n")
	require.Contains(t, guard, "_ = run_go_generate_domain.Priced(run_go_generate(nil))")
	require.Equal(t, 5, strings.Count(guard, "func _("), "not what is not looked into")
}
