package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// program is a module with one domain package that a test changes step by step.
type program struct {
	t   *testing.T
	dir string
}

func newProgram(t *testing.T) *program {
	p := &program{t, t.TempDir()}
	module(t, p.dir, "example.com/case", "")
	return p
}

// domain writes the domain package.
func (p *program) domain(source string) {
	p.t.Helper()
	put(p.t, filepath.Join(p.dir, "domain/a.go"), []byte("package domain\n"+source))
}

func (p *program) run(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, p.dir, &out, &err)
	return code, out.String(), err.String()
}

// retirement matches a note about a number that is not used again, and its hint.
var retirement = regexp.MustCompile(`(?m)^\S+ note: (event|field) .* is retired: .*\n(\thint: if it was renamed .*\n)?`)

// generate expects that busgen succeeds, and has nothing to say but what it retires.
func (p *program) generate() {
	p.t.Helper()
	code, stdout, stderr := p.run("./domain")
	require.Zero(p.t, code, stderr)
	_, rest := summary(stderr)
	require.Empty(p.t, stdout+retirement.ReplaceAllString(rest, ""))
}

func (p *program) read(name string) string {
	p.t.Helper()
	text, err := os.ReadFile(filepath.Join(p.dir, name))
	require.NoError(p.t, err)
	return string(text)
}

// build runs the go command and returns what it says.
func (p *program) build() (string, error) {
	cmd := exec.Command("go", "build", "./...")
	cmd.Dir = p.dir
	output, err := cmd.CombinedOutput()
	return string(output), err
}

// TestStaleGuard: each change of a payload's fields keeps stale generated code from compiling, on a line that says what to run.
func TestStaleGuard(t *testing.T) {
	const before = "//busgen:event\ntype A struct {\n\tX int\n\tP Part\n}\n\ntype Part struct{ Y int }\n"
	for name, after := range map[string]string{
		"added":          strings.Replace(before, "X int\n", "X int\n\tZ int\n", 1),
		"removed":        strings.Replace(before, "\tX int\n", "", 1),
		"renamed":        strings.Replace(before, "X int", "Z int", 1),
		"retyped":        strings.Replace(before, "X int", "X int64", 1),
		"reordered":      strings.Replace(before, "\tX int\n\tP Part\n", "\tP Part\n\tX int\n", 1),
		"added deeper":   strings.Replace(before, "Y int", "Y, Z int", 1),
		"renamed deeper": strings.Replace(before, "Y int", "Z int", 1),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newProgram(t)
			p.domain(before)
			p.generate()
			output, err := p.build()
			require.NoError(t, err, output)
			p.domain(after)
			output, err = p.build()
			require.Error(t, err)
			require.Contains(t, output, "generated/")
			code, diff, stderr := p.run("check", "./domain")
			require.Equal(t, exitFindings, code)
			require.Contains(t, diff, "--- a/generated/")
			require.Contains(t, stderr, "out of date")
			p.generate()
			output, err = p.build()
			require.NoError(t, err, output)
		})
	}
}

// TestNumbersArePermanent: a deleted event retires its number, and what comes back is new.
func TestNumbersArePermanent(t *testing.T) {
	const a, b, c = "//busgen:event\ntype A struct{ X int }\n", "//busgen:event\ntype B struct{ X int }\n", "//busgen:event\ntype C struct{ X int }\n"
	p := newProgram(t)
	p.domain(b + c)
	p.generate()
	require.Contains(t, p.read("generated/busgen.lock"), "event 16 B\nfield 16.1 X\nevent 17 C\n")
	p.domain(a + c)
	p.generate()
	require.Contains(t, p.read("generated/busgen.lock"), "event 16 B retired\n")
	require.Contains(t, p.read("generated/busgen.lock"), "event 17 C\nfield 17.1 X\nevent 18 A\n")
	require.NoFileExists(t, filepath.Join(p.dir, "generated/b_event.go"), "an orphan of our own is removed")
	p.domain(a + b + c)
	p.generate()
	require.Contains(t, p.read("generated/busgen.lock"), "event 16 B retired\n")
	require.Contains(t, p.read("generated/busgen.lock"), "event 19 B\n")
}

// TestNothingIsWrittenWithFindings: output that was there stays as it was.
func TestNothingIsWrittenWithFindings(t *testing.T) {
	p := newProgram(t)
	p.domain("//busgen:event\ntype A struct{ X int }\n")
	p.generate()
	before := snapshot(t, filepath.Join(p.dir, "generated"))
	p.domain("//busgen:event\ntype A struct{ X int; Y chan int }\n")
	code, _, stderr := p.run("./domain")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "domain/a.go:3:")
	require.Equal(t, before, snapshot(t, filepath.Join(p.dir, "generated")))
}

// TestFoldersNeedNoDot: a folder is a folder, with or without the leading dot, and by default the current one.
func TestFoldersNeedNoDot(t *testing.T) {
	p := newProgram(t)
	p.domain("//busgen:event\ntype A struct{ X int }\n")
	code, _, stderr := p.run("generate", "domain", "-out", filepath.Join(p.dir, "elsewhere"))
	require.Zero(t, code, stderr)
	require.FileExists(t, filepath.Join(p.dir, "elsewhere/busgen.lock"))
	code, _, stderr = p.run("check", "-out=../elsewhere", "example.com/case/domain")
	require.Zero(t, code, stderr)
	var out bytes.Buffer
	require.Zero(t, run(nil, filepath.Join(p.dir, "domain"), &out, &out), out.String())
	require.FileExists(t, filepath.Join(p.dir, "generated/busgen.lock"))
}

// TestUsage: a command line that makes no sense gives exit code 2 and says what there is.
func TestUsage(t *testing.T) {
	p := newProgram(t)
	for line, want := range map[string]string{
		"graph":              "graph is not available yet",
		"explain":            "explain is not available yet",
		"vet ./domain":       "vet is not available yet",
		"-nope":              "flag provided but not defined",
		"check a -out=":      "-out needs a folder",
		"generate -out":      "flag needs an argument",
		"check -timeout":     "flag provided but not defined",
		"-against x":         "-against is for breaking only",
		"breakin":            "did you mean breaking?",
		"breaking -against=": "-against needs a commit",
		"chek":               "chek is neither a verb nor a package; did you mean check?",
		"chek ./domain":      "chek is not a verb; did you mean check?",
		"generat":            "did you mean generate?",
		"Check":              "did you mean check?",
	} {
		code, stdout, stderr := p.run(strings.Fields(line)...)
		require.Equal(t, exitUsage, code, line)
		require.Empty(t, stdout)
		require.Contains(t, stderr, want, line)
		require.Contains(t, stderr, "usage: busgen [generate|check|breaking] [flags] [PACKAGE...]")
	}
	for _, line := range []string{"-h", "help", "check -h"} {
		code, _, stderr := p.run(strings.Fields(line)...)
		require.Equal(t, exitOK, code)
		require.Contains(t, stderr, "usage:")
		require.NotContains(t, stderr, "graph", "only what exists")
		for line := range strings.Lines(stderr) {
			require.LessOrEqual(t, len(strings.ReplaceAll(strings.TrimSuffix(line, "\n"), "    \t", "        ")), 80, line)
		}
	}
}

// broken is an output that can't be written to.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWhatCantBeReadOrWritten(t *testing.T) {
	p := newProgram(t)
	p.domain("//busgen:event\ntype A struct{}\n")
	var stderr bytes.Buffer
	require.Equal(t, exitFindings, run([]string{"check", "./domain"}, p.dir, broken{}, &stderr))
	require.Contains(t, stderr.String(), "no room")

	put(t, filepath.Join(p.dir, "generated/busgen.lock/x"), nil)
	code, stdout, findings := p.run("./domain")
	require.Equal(t, exitFindings, code)
	require.Empty(t, stdout)
	require.Contains(t, findings, "can't read the lock file")

	code, _, help := p.run("-h")
	require.Equal(t, exitOK, code)
	require.Contains(t, help, "usage: busgen")
}
