package check

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

func TestNothingToSay(t *testing.T) {
	trade := payload(1, "Trade", field(2, "ID", basic("string")))
	trade.Has = []model.Has{{Capability: aspect(5, "PnL")}, {Capability: promise(7, "Priced", method(8, "PriceOf", basic("int")))}}
	says(t, domain([]*model.Event{trade, payload(10, "Halt")}, trade.Has[0].Capability, trade.Has[1].Capability), "")
	says(t, domain(nil), "")
}

func TestEmpty(t *testing.T) {
	require.Equal(t, "a.go:1:2: package domain has no event\n\thint: write //busgen:event in the doc comment of a struct, or name the package that has one\n",
		printed(t, Empty(domain(nil, aspect(2, "PnL")), at(1))))
	require.Empty(t, Empty(one(), at(1)))
}

func TestNotExported(t *testing.T) {
	says(t, domain([]*model.Event{payload(1, "trade"), payload(2, "_trade"), payload(3, "世")}, aspect(4, "pnL"), promise(5, "priced")),
		`a.go:1:2: payload trade is not exported, so generated code can't name it
	hint: export it: Trade
a.go:2:2: payload _trade is not exported, so generated code can't name it
	hint: give it a name that starts with a capital letter
a.go:3:2: payload 世 is not exported, so generated code can't name it
	hint: give it a name that starts with a capital letter
a.go:4:2: capability pnL is not exported, so generated code can't name it
	hint: export it: PnL
a.go:5:2: capability priced is not exported, so generated code can't name it
	hint: export it: Priced
`)
}

func TestRename(t *testing.T) {
	require.Equal(t, "export it: Trade", rename("trade"))
	require.Equal(t, "export it: Ünit", rename("ünit"))
	require.Equal(t, "give it a name that starts with a capital letter", rename("_"))
}

func TestReachable(t *testing.T) {
	p := one()
	for _, e := range p.Events {
		e.Type.Path = "example.com/m/internal/domain"
	}
	require.Equal(t, "a.go:1:2: package example.com/m/internal/domain is internal, so the generated package example.org/x can't import it\n"+
		"\thint: put the output folder next to it: -out ../generated\n", printed(t, Model(p, "example.org/x")))
	require.Empty(t, Model(p, "example.com/m/generated"))
	require.Empty(t, Model(p, ""), "the rule needs to know where the code goes")
	p.Events = nil
	require.Empty(t, Model(p, "example.org/x"))
}

func TestImportable(t *testing.T) {
	for _, c := range []struct {
		path, out string
		want      bool
	}{
		{"a.org/m/domain", "b.org/x", true},
		{"a.org/m/internal", "a.org/m", true},
		{"a.org/m/internal", "a.org/m/x/y", true},
		{"a.org/m/internal", "a.org/mm", false},
		{"a.org/m/internal/x", "a.org/n", false},
		{"a.org/m/internals/x", "a.org/n", true},
		{"a.org/m/internal/x/internal/y", "a.org/m/z", false},
		{"a.org/m/internal/x/internal/y", "a.org/m/internal/x/z", true},
		{"a.org/m/internal/x", "", true},
	} {
		require.Equal(t, c.want, Importable(c.path, c.out), "%s from %s", c.path, c.out)
	}
}
