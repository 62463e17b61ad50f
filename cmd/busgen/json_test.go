package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// finding is what -json prints, as a program reads it.
type finding struct {
	place
	Severity string
	Hint     string
	Related  []place
}

type place struct {
	File         string
	Line, Column int
	Message      string
}

// decode reads what -json prints.
func decode(t *testing.T, text string) []finding {
	t.Helper()
	var all []finding
	for line := range strings.Lines(text) {
		d := json.NewDecoder(strings.NewReader(line))
		d.DisallowUnknownFields()
		var f finding
		require.NoError(t, d.Decode(&f), "one object a line: %s", text)
		require.False(t, d.More(), text)
		require.Contains(t, []string{"error", "note"}, f.Severity)
		require.NotEmpty(t, f.Message)
		all = append(all, f)
	}
	return all
}

// printed writes findings as busgen does without -json.
func printed(findings []finding) string {
	var b strings.Builder
	for _, f := range findings {
		note := ""
		if f.Severity == "note" {
			note = "note: "
		}
		fmt.Fprintf(&b, "%s%s%s\n", f.place.prefix(), note, f.Message)
		for _, r := range f.Related {
			fmt.Fprintf(&b, "\t%s%s\n", r.prefix(), r.Message)
		}
		if f.Hint != "" {
			fmt.Fprintf(&b, "\thint: %s\n", f.Hint)
		}
	}
	return b.String()
}

func (p place) prefix() string {
	switch {
	case p.File == "":
		return ""
	case p.Line == 0:
		return p.File + ": "
	case p.Column == 0:
		return fmt.Sprintf("%s:%d: ", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d: ", p.File, p.Line, p.Column)
}

// TestJSON: check reports each file that is out of date, generate what it notes, and what fails without a place is an object too.
func TestJSON(t *testing.T) {
	p := newProgram(t)
	says := func(code int, args ...string) []finding {
		t.Helper()
		got, stdout, stderr := p.run(args...)
		require.Equal(t, code, got, stdout+stderr)
		_, rest := summary(stderr)
		require.Empty(t, rest)
		return decode(t, stdout)
	}
	p.domain(twoEvents)
	p.generate()
	require.Empty(t, says(exitOK, "check", "-json", "./domain"))

	p.domain("//go:generate busgen\n\n//busgen:event\ntype A struct{ X, Y int }\n\n//busgen:event\ntype C struct{ X <-chan int }\n")
	found := says(exitFindings, "-json", "./domain")
	require.Equal(t, []finding{{
		place{"domain/a.go", 8, 16, "can't copy C.X: a channel"}, "error", "a payload is plain data: keep the channel in the consumer; or mark field X //busgen:shared if nobody changes it",
		[]place{{"domain/a.go", 8, 6, "reached from payload C"}},
	}}, found)

	p.domain("//go:generate busgen\n\n//busgen:event\ntype A struct{ X, Y int }\n\n//busgen:event\ntype C struct{ X int }\n")
	stale := says(exitFindings, "check", "-json", "./...")
	files := map[string]string{}
	for _, f := range stale {
		files[f.File] = f.Message
	}
	require.Equal(t, "this file is out of date", files["generated/a_event.go"])
	require.Equal(t, "this file is no longer generated", files["generated/b_event.go"])
	require.Equal(t, "this file is missing", files["generated/c_event.go"])
	require.Equal(t, "run go generate ./...", stale[len(stale)-1].Hint)
	require.Equal(t, "note", stale[0].Severity, "what generate would note comes first")

	notes := says(exitOK, "-json", "./domain")
	require.Len(t, notes, 1)
	require.Equal(t, place{"generated/busgen.lock", 6, 1, "event B is retired: its number 17 is not used again"}, notes[0].place)

	p.domain("//go:generate busgen -nope\n")
	require.Equal(t, place{"domain/a.go", 2, 1, "this go:generate line is wrong: flag provided but not defined: -nope"},
		says(exitFindings, "check", "-json", "./...")[0].place)
	p.domain(twoEvents)
	require.Contains(t, says(exitFindings, "check", "./...", "-json")[0].Message, "no go:generate line below . runs busgen")
}
