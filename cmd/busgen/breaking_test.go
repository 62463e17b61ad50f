package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// go generate reads lines of raw strings too.
var oldDomain = strings.Replace(`package domain

import (
	"time"

	"github.com/busgen/busgen/events"
)

#generate

//busgen:capability
type Market struct{ Name string }

//busgen:capability
type Priced interface{ Value() int }

type Side uint8

type Leg struct {
	Price int
	Side  Side
	Next  *Leg
}

type Box[T any] struct{ Of []T }

//busgen:event
type Trade struct {
	Market
	Price int
	Legs  []Leg
	Box   Box[Leg]
	Lots  map[string]Side
	List  events.List[Side]
	When  time.Time
}

func (t Trade) Value() int { return t.Price }

//busgen:event
type Order struct{ ID string }

// end
`, "#generate", "//go:generate busgen", 1)

// history is a repository whose branch main is at origin/main too, with the events of oldDomain, and from which a branch has started.
func history(t *testing.T) *repository {
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	r := &repository{newProgram(t), "merge"}
	r.git("init", "-q", "-b", "main")
	r.put("domain/a.go", oldDomain)
	r.commit()
	r.git("update-ref", "refs/remotes/origin/main", "HEAD")
	r.git("checkout", "-q", "-b", "topic")
	return r
}

// breaks runs busgen breaking, expects its exit code, and returns the findings, without hints and related places.
func (r *repository) breaks(code int, args ...string) []string {
	r.t.Helper()
	got, stdout, stderr := r.run(append([]string{"breaking"}, args...)...)
	require.Equal(r.t, code, got, stdout+stderr)
	require.Empty(r.t, stdout)
	var found []string
	for line := range strings.Lines(stderr) {
		if !strings.HasPrefix(line, "\t") {
			found = append(found, strings.TrimSuffix(line, "\n"))
		}
	}
	return found
}

// TestBreaking: each change that takes something from readers of old events is a finding, where it is; others are none.
func TestBreaking(t *testing.T) {
	r := history(t)
	require.Empty(t, r.breaks(exitOK, "./domain"))
	for name, c := range map[string]struct {
		change []string // pairs of what is replaced
		want   []string
	}{
		"an event more":       {[]string{"// end\n", "//busgen:event\ntype More struct{}\n"}, nil},
		"a field more":        {[]string{"ID string", "ID string; More int"}, nil},
		"a nested field more": {[]string{"\tNext  *Leg\n", "\tNext  *Leg\n\tMore int\n"}, nil},
		"other order":         {[]string{"\tMarket\n\tPrice int\n", "\tPrice int\n\tMarket\n"}, nil},
		"an event renamed":    {[]string{"event\ntype Trade struct", "event was=Trade\ntype Deal struct", "(t Trade)", "(t Deal)"}, nil},
		"a field renamed":     {[]string{"ID string", "Key string //busgen:field was=ID\n"}, nil},
		"a type renamed":      {[]string{"Side", "Direction", "\tDirection  Direction\n", "\tSide Direction\n"}, nil},
		"a type written out":  {[]string{"map[string]Side", "map[string]uint8", "[]Leg\n", "[]struct{ Price int; Side Side; Next *Leg }\n"}, nil},
		"an event removed":    {[]string{"//busgen:event\ntype Order", "type Order"}, []string{"origin/main:generated/busgen.lock:4:1: event Order is removed: its number 16 is retired, but old events have it"}},
		"renamed without was": {[]string{"type Order", "type Command"}, []string{"origin/main:generated/busgen.lock:4:1: event Order is removed: its number 16 is retired, but old events have it"}},
		"a field removed":     {[]string{"ID string", ""}, []string{"domain/a.go:41:6: field ID of Order is removed: its number 1 is retired, but old events have it"}},
		"a field retyped":     {[]string{"ID string", "ID int"}, []string{"domain/a.go:41:20: field ID of Order is int; it was string"}},
		"renamed and retyped": {[]string{"ID string", "Key int //busgen:field was=ID\n"}, []string{"domain/a.go:41:20: field Key of Order is int; it was string"}},
		"a basic type": {[]string{"Side uint8", "Side uint16"}, []string{
			"domain/a.go:31:2: field Legs[].Side of Trade is domain.Side (uint16); it was domain.Side (uint8)",
			"domain/a.go:32:2: field Box.Of[].Side of Trade is domain.Side (uint16); it was domain.Side (uint8)",
			"domain/a.go:33:2: field Lots[] of Trade is domain.Side (uint16); it was domain.Side (uint8)",
			"domain/a.go:34:2: field List[] of Trade is domain.Side (uint16); it was domain.Side (uint8)",
		}},
		"a nested field removed": {[]string{"\tPrice int\n\tSide ", "\tSide "}, []string{
			"domain/a.go:30:2: field Legs[].Price of Trade is removed: it was int",
			"domain/a.go:31:2: field Box.Of[].Price of Trade is removed: it was int",
		}},
		"a nested pointer": {[]string{"*Leg\n", "[]Leg\n"}, []string{
			"domain/a.go:31:2: field Legs[].Next of Trade is []domain.Leg; it was *domain.Leg",
			"domain/a.go:32:2: field Box.Of[].Next of Trade is []domain.Leg; it was *domain.Leg",
		}},
		"of another package":   {[]string{"time.Time", "events.List[int]", "\t\"time\"\n", ""}, []string{"domain/a.go:34:2: field When of Trade is events.List[int]; it was time.Time"}},
		"a capability removed": {[]string{"\tMarket\n", "\tMarket Market\n"}, []string{"domain/a.go:28:6: event Trade lost the capability Market: consumers of Market no longer receive it"}},
		"an interface":         {[]string{") Value()", ") Worth()"}, []string{"domain/a.go:28:6: event Trade lost the capability Priced: consumers of Priced no longer receive it"}},
	} {
		text := oldDomain
		for i := 0; i < len(c.change); i += 2 {
			require.Contains(t, text, c.change[i], name)
			text = strings.ReplaceAll(text, c.change[i], c.change[i+1])
		}
		r.put("domain/a.go", text)
		code := exitOK
		if c.want != nil {
			code = exitFindings
		}
		found := r.breaks(code, "-against", "origin/main", "./domain")
		require.Equal(t, c.want, found, name)
	}
}

// TestBreakingNumbers: numbers that start again are findings, with what restores the lock.
func TestBreakingNumbers(t *testing.T) {
	r := history(t)
	require.NoError(t, os.RemoveAll(filepath.Join(r.dir, "generated")))
	r.put("domain/a.go", strings.Replace(oldDomain, "\tMarket\n\tPrice int\n", "\tPrice int\n\tMarket\n", 1)+"\n//busgen:event\ntype Alpha struct{}\n")
	require.Equal(t, []string{
		"domain/a.go:28:6: event Trade has number 18; it had 17",
		"domain/a.go:41:6: event Order has number 17; it had 16",
	}, r.breaks(exitFindings, "./domain"))
	_, _, stderr := r.run("breaking", "-against", "main", "./domain")
	require.Contains(t, stderr, "\tmain:generated/busgen.lock:4:1: the earlier number\n\thint: restore busgen.lock: git checkout main -- generated/busgen.lock\n")
	r.git("checkout", "main", "--", "generated/busgen.lock")
	require.Empty(t, r.breaks(exitOK, "./domain"))

	require.NoError(t, os.RemoveAll(filepath.Join(r.dir, "generated")))
	r.put("domain/a.go", strings.Replace(oldDomain, "\tMarket\n\tPrice int\n", "\tPrice int\n\tMarket\n", 1))
	require.Equal(t, []string{
		"domain/a.go:29:2: field Price of Trade has number 1; it had 2",
		"domain/a.go:30:2: field Market of Trade has number 2; it had 1",
	}, r.breaks(exitFindings, "./domain"))

	r = history(t)
	r.put("domain/a.go", strings.Replace(oldDomain, "ID string", "", 1))
	r.commit()
	r.edit("generated/busgen.lock", "field 16.1 ID retired", "field 16.1 Other")
	r.put("domain/a.go", strings.Replace(oldDomain, "ID string", "Other string", 1))
	require.Equal(t, []string{"domain/a.go:41:20: field Other of Order has number 1, which was retired: in old events it is ID"},
		r.breaks(exitFindings, "-against", "HEAD", "./domain"))
}

// TestBreakingAgainst: without -against, only what the branch itself changed counts.
func TestBreakingAgainst(t *testing.T) {
	r := history(t)
	r.git("checkout", "-q", "main")
	r.event("Later", "X int")
	r.commit()
	r.git("update-ref", "refs/remotes/origin/main", "HEAD")
	r.git("tag", "v1")
	r.git("checkout", "-q", "topic")
	require.Empty(t, r.breaks(exitOK, "./domain"))
	removed := "v1:generated/busgen.lock:14:1: event Later is removed: its number 18 is retired, but old events have it"
	require.Equal(t, []string{removed}, r.breaks(exitFindings, "-against", "v1", "./domain"))
	code, stdout, stderr := r.run("breaking", "-json", "-against=v1", "./...")
	require.Equal(t, exitFindings, code)
	require.Empty(t, stderr)
	found := decode(t, stdout)
	require.Len(t, found, 1)
	require.Equal(t, removed, strings.TrimSpace(strings.SplitN(printed(found), "\n", 2)[0]))

	require.Equal(t, exitOK, run([]string{"breaking"}, filepath.Join(r.dir, "domain"), os.Stdout, os.Stderr), "the package is . by default")
	t.Setenv("GIT_DIR", filepath.Join(r.dir, ".git")) // as git does for hooks
	t.Setenv("GIT_INDEX_FILE", ".git/index")
	require.Empty(t, r.breaks(exitOK, "./domain"))
}

// TestBreakingMoved: a generated package that has moved is compared with the one at its former place, and a domain that has moved too.
func TestBreakingMoved(t *testing.T) {
	r := history(t)
	r.git("mv", "generated", "bus")
	r.put("domain/a.go", strings.Replace(oldDomain, "ID string", "", 1))
	require.Equal(t, []string{"domain/a.go:41:6: field ID of Order is removed: its number 1 is retired, but old events have it"},
		r.breaks(exitFindings, "-out", "../bus", "./domain"))

	r = history(t)
	r.git("mv", "domain", "trading")
	r.put("trading/a.go", strings.Replace(oldDomain, "package domain", "package trading", 1))
	require.Empty(t, r.breaks(exitOK, "./trading"))
	r.put("trading/a.go", strings.NewReplacer("package domain", "package trading", "uint8", "int").Replace(oldDomain))
	require.Len(t, r.breaks(exitFindings, "./trading"), 4)
}

// TestBreakingAll: all domains that go:generate lines name are compared, and one that is new since is a note.
func TestBreakingAll(t *testing.T) {
	r := history(t)
	r.put("app/a.go", "package app\n\n//go:generate busgen\n\nimport \"example.com/case/generated\"\n\n//busgen:wire\ntype Consumers struct{ *Sum }\n\n"+
		"type Sum struct{}\n\nfunc (*Sum) OnTrade(generated.Trade) {}\n")
	r.put("other/a.go", "package other\n\n//go:generate busgen -out ../events\n\n//busgen:event\ntype Tick struct{}\n")
	note := " has no generated code of package example.com/case/other"
	found := r.breaks(exitOK, "./...")
	require.Len(t, found, 1)
	require.Regexp(t, "^note: [0-9a-f]{12}"+note+"$", found[0])
	require.Equal(t, []string{"main" + note}, r.breaks(exitFindings, "-against", "main", "-out", "../events", "./other"))
	r.put("domain/a.go", strings.Replace(oldDomain, "ID string", "", 1))
	require.Len(t, r.breaks(exitFindings, "./..."), 2)
	require.Equal(t, []string{"./app has wired buses and no events"}, r.breaks(exitFindings, "./app"))
}

// TestBreakingWithoutHistory: what keeps busgen from comparing is said, with what to do.
func TestBreakingWithoutHistory(t *testing.T) {
	p := newProgram(t)
	p.domain("\n//busgen:event\ntype A struct{ X int }\n")
	code, _, stderr := p.run("breaking", "./domain")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "is not in a git repository: not a git repository")

	r := history(t)
	says := func(want string, args ...string) {
		t.Helper()
		code, _, stderr := r.run(append([]string{"breaking"}, append(args, "./domain")...)...)
		require.Equal(t, exitFindings, code)
		require.Contains(t, stderr, want)
		require.Contains(t, stderr, "\thint: ")
	}
	says("nowhere is not a commit of this repository", "-against", "nowhere")
	says("--help is not a commit of this repository", "-against=--help")
	r.git("checkout", "-q", "--orphan", "alone")
	r.git("commit", "-q", "-m", "alone")
	says("HEAD and origin/main have no common commit here")
	r.git("update-ref", "-d", "refs/remotes/origin/main")
	says("there is no origin/HEAD, origin/main or origin/master to compare with")
	r.put("generated/busgen.lock", "<<<<<<< a\n")
	says("the markers of this merge conflict are incomplete", "-against", "main")
	r.git("commit", "-q", "-a", "-m", "broken")
	r.git("checkout", "-q", "main", "--", "generated")
	says("HEAD:generated/busgen.lock:1:1: the markers of this merge conflict are incomplete", "-against", "HEAD")
	r.git("checkout", "-q", "-f", "main")
	r.put("generated/trade_event.go", "// Code generated by busgen. DO NOT EDIT.\n\npackage {\n")
	r.git("commit", "-q", "-a", "-m", "broken")
	says("HEAD:generated/trade_event.go:1:1: this generated file is not Go", "-against", "HEAD")
	require.NoError(t, os.RemoveAll(filepath.Join(r.dir, "generated")))
	r.git("checkout", "-q", "topic", "--", "generated")
	t.Setenv("PATH", filepath.Dir(goCommand(t)))
	says("git is not installed")
}

// goCommand returns the path of the go command in a folder that has no git.
func goCommand(t *testing.T) string {
	path, err := exec.LookPath("go")
	require.NoError(t, err)
	link := filepath.Join(t.TempDir(), "go")
	require.NoError(t, os.WriteFile(link, []byte("#!/bin/sh\nexec "+path+" \"$@\"\n"), 0o755))
	return link
}
