package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// TestMessagesOfThePage does what docs/move-rename-split-merge.md tells, and looks there for all that busgen says.
func TestMessagesOfThePage(t *testing.T) {
	text, err := os.ReadFile("../../docs/move-rename-split-merge.md")
	require.NoError(t, err)
	page := strings.ReplaceAll(string(text), "```text\n", "")
	quotes := func(said string) {
		t.Helper()
		said = summaryLine.ReplaceAllString(said, "")
		require.NotEmpty(t, said)
		require.Contains(t, page, said)
	}
	event := func(directive, name, fields string) string {
		return "\n//busgen:event" + directive + "\ntype " + name + " struct {\n" + fields + "\n}\n"
	}
	const order = "\n//busgen:event\ntype Order struct{ X int }\n"
	start := func(deal string) *program {
		p := &program{t, t.TempDir()}
		module(t, p.dir, "example.com/shop", "")
		p.put("market/a.go", "package market\n"+deal+order)
		code, _, stderr := p.run("./market")
		require.Zero(t, code, stderr)
		return p
	}
	says := func(p *program, args ...string) {
		t.Helper()
		_, _, stderr := p.run(args...)
		quotes(stderr)
	}

	deal := event("", "Deal", "\tPrice int\n\tSeller string")
	p := start(deal)
	p.put("market/a.go", "package market\n"+event(" was=Deal", "Trade", "\tPrice int\n\tMaker string //busgen:field was=Seller")+order)
	says(p, "./market")
	p = start(deal)
	p.put("market/a.go", "package market\n"+event("", "Trade", "\tPrice int\n\tMaker string")+order)
	says(p, "./market")

	p = start(event("", "Trade", "\tX int"))
	p.put("risk/a.go", "package risk\n"+event("", "Breach", "\tX int"))
	says(p, "./risk")
	code, _, stderr := p.run("./market", "./risk")
	require.Zero(t, code, stderr)
	says(p, "./market")

	p = start(event("", "Trade", "\tX int"))
	lock := p.read("generated/busgen.lock")
	require.NoError(t, os.Remove(filepath.Join(p.dir, "generated/busgen.lock")))
	says(p, "./market")
	p.put("generated/busgen.lock", lock)
	require.NoError(t, os.Rename(filepath.Join(p.dir, "market"), filepath.Join(p.dir, "core")))
	p.edit("core/a.go", "package market", "package core")
	says(p, "./core")

	for _, scenario := range []string{"several_clash", "lock_conflict"} {
		archive, err := txtar.ParseFile("testdata/" + scenario + ".txtar")
		require.NoError(t, err)
		want := string(archive.Files[len(archive.Files)-1].Data)
		if first, _, more := strings.Cut(want, "risk/a.go:7:6"); more {
			want = first
		}
		quotes(want)
	}
}

// TestMergeOfThePage merges two locks as the page shows it.
func TestMergeOfThePage(t *testing.T) {
	p := newProgram(t)
	domain := ""
	for _, name := range []string{"A", "B", "L", "R"} {
		domain += "\n//busgen:event\ntype " + name + " struct{ X int }\n"
	}
	p.domain(domain)
	p.put("generated/busgen.lock", strings.Join([]string{"# Permanent numbers.", "#", "source example.com/case/domain", "event 16 A", "field 16.1 X",
		"event 17 B", "field 17.1 X", "<<<<<<< HEAD", "event 18 L", "field 18.1 X", "=======", "event 18 R", "field 18.1 X", ">>>>>>> branch", ""}, "\n"))
	code, _, stderr := p.run("./domain")
	require.Zero(t, code, stderr)
	said := summaryLine.ReplaceAllString(stderr, "")
	page, err := os.ReadFile("../../docs/move-rename-split-merge.md")
	require.NoError(t, err)
	require.NotEmpty(t, said)
	require.Contains(t, string(page), said)
}
