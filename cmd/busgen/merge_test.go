package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// repository is a program under version control, with one file for each event.
type repository struct {
	*program
	style string // of conflicts
}

// newRepository has the events A and B on branch main.
func newRepository(t *testing.T, style string) *repository {
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	r := &repository{newProgram(t), style}
	r.git("init", "-q", "-b", "main")
	r.event("A", "X int")
	r.event("B", "X int")
	r.commit()
	return r
}

// try runs git, and reports whether it succeeds.
func (r *repository) try(args ...string) (string, bool) {
	cmd := exec.Command("git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "core.editor=true",
		"-c", "merge.conflictStyle=" + r.style}, args...)...)
	cmd.Dir = r.dir
	output, err := cmd.CombinedOutput()
	return string(output), err == nil
}

func (r *repository) git(args ...string) string {
	r.t.Helper()
	output, ok := r.try(args...)
	require.True(r.t, ok, output)
	return output
}

func (r *repository) event(name, fields string) {
	r.put("domain/"+strings.ToLower(name)+".go", "package domain\n\n//busgen:event\ntype "+name+" struct{ "+fields+" }\n")
}

// settle runs busgen and returns what it says. It has to succeed, and to leave nothing for a second run.
func (r *repository) settle() string {
	r.t.Helper()
	code, _, stderr := r.run("./domain")
	require.Zero(r.t, code, stderr)
	r.generate()
	return stderr
}

func (r *repository) commit() {
	r.t.Helper()
	r.settle()
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "change")
}

// branch starts a branch from another one, and makes a commit of each change.
func (r *repository) branch(name, from string, changes ...func()) {
	r.t.Helper()
	r.git("checkout", "-q", "-b", name, from)
	for _, change := range changes {
		change()
		r.commit()
	}
}

// merge merges a branch into the current one, generates again, commits, and returns what busgen says.
func (r *repository) merge(branch string) string {
	r.t.Helper()
	r.try("merge", "-q", branch)
	said := r.settle()
	r.git("add", "-A")
	r.try("commit", "-q", "-m", "merge") // a clean merge that needed nothing is committed already
	return said
}

// lock returns the lines of the lock that are about events.
func (r *repository) lock() string {
	var lines []string
	for line := range strings.Lines(r.read("generated/busgen.lock")) {
		if name, ok := strings.CutPrefix(line, "event "); ok {
			lines = append(lines, strings.TrimSpace(name))
		}
	}
	return strings.Join(lines, ", ")
}

// whole expects that the generated code has no conflicts, and compiles.
func (r *repository) whole(compiles bool) {
	r.t.Helper()
	for name, text := range snapshot(r.t, filepath.Join(r.dir, "generated")) {
		require.NotContains(r.t, text, "<<<<<<<", name)
	}
	if compiles {
		output, err := r.build()
		require.NoError(r.t, err, output)
	}
}

var styles = []string{"merge", "diff3", "zdiff3"}

// TestMergeTwoBranches: each adds an event; both orders of merging give the same.
func TestMergeTwoBranches(t *testing.T) {
	for _, style := range styles {
		for _, order := range [][2]string{{"left", "right"}, {"right", "left"}} {
			r := newRepository(t, style)
			r.branch("left", "main", func() { r.event("L", "X int") })
			r.branch("right", "main", func() { r.event("R", "X, Y int") })
			r.git("checkout", "-q", order[0])
			said := r.merge(order[1])
			require.Contains(t, said, "note: number 18 was given to L as well: event R moves from number 18 to 19", style)
			require.Equal(t, "16 A, 17 B, 18 L, 19 R", r.lock(), style)
			require.Contains(t, r.read("generated/r_event.go"), `NewType(19, "R")`)
			r.whole(style == "merge")
		}
	}
}

// TestMergeThreeBranches: each adds an event, and a field to the same one.
func TestMergeThreeBranches(t *testing.T) {
	for _, style := range styles {
		r := newRepository(t, style)
		r.branch("c", "main", func() { r.event("C", "X int") })
		r.branch("d", "main", func() { r.event("D", "X int"); r.event("A", "X, P int") })
		r.branch("e", "main", func() { r.event("E", "X int"); r.event("A", "X, Q int") })
		r.git("checkout", "-q", "main")
		r.merge("c")
		r.merge("d")
		r.try("merge", "-q", "e")
		r.event("A", "X, P, Q int")
		said := r.settle()
		require.Contains(t, said, "note: number 2 was given to P as well: field Q of A moves from number 2 to 3", style)
		require.Equal(t, "16 A, 17 B, 18 C, 19 D, 20 E", r.lock(), style)
		require.Contains(t, r.read("generated/busgen.lock"), "field 16.1 X\nfield 16.2 P\nfield 16.3 Q\n", style)
		r.whole(false)
	}
}

// TestRebase: each commit of a branch is settled, and what one has moved the next does not move again.
func TestRebase(t *testing.T) {
	for _, style := range styles {
		r := newRepository(t, style)
		r.branch("feature", "main", func() { r.event("R", "X int") }, func() { r.event("T", "X int"); r.event("B", "X, Y int") })
		r.git("checkout", "-q", "main")
		r.event("L", "X int")
		r.commit()
		r.git("checkout", "-q", "feature")
		_, ok := r.try("rebase", "-q", "main")
		for range 2 {
			if ok {
				break
			}
			r.settle()
			r.git("add", "-A")
			_, ok = r.try("rebase", "--continue")
		}
		require.True(t, ok, style)
		r.settle()
		require.Equal(t, "16 A, 17 B, 18 L, 19 R, 20 T", r.lock(), style)
		r.whole(false)
	}
}

// TestMergeDeleteAgainstChange: the domain decides whether an event that one side deleted and the other changed stays.
func TestMergeDeleteAgainstChange(t *testing.T) {
	for _, style := range styles {
		for _, order := range [][2]string{{"delete", "change"}, {"change", "delete"}} {
			for _, stays := range []bool{true, false} {
				r := newRepository(t, style)
				r.branch("delete", "main", func() { require.NoError(t, os.Remove(filepath.Join(r.dir, "domain/a.go"))) })
				r.branch("change", "main", func() { r.event("A", "X, Y int") })
				r.git("checkout", "-q", order[0])
				r.try("merge", "-q", order[1])
				if stays {
					r.git("add", "domain/a.go")
				} else {
					r.git("rm", "-q", "domain/a.go")
				}
				r.settle()
				want := "16 A, 17 B"
				if !stays {
					want = "16 A retired, 17 B"
				}
				require.Equal(t, want, r.lock(), style)
				r.whole(false)
			}
		}
	}
}

// TestConflictInGeneratedFiles: generated code is replaced whatever a merge made of it, on its first line too.
func TestConflictInGeneratedFiles(t *testing.T) {
	p := newProgram(t)
	p.domain(wiredDomain)
	p.put("app/a.go", wiredApp)
	code, _, stderr := p.run("./app")
	require.Zero(t, code, stderr)
	before := snapshot(t, p.dir)
	for _, name := range []string{"generated/trade_event.go", "generated/router.go", "app/consumers_bus.go"} {
		p.put(name, "<<<<<<< HEAD\n"+before[name]+"||||||| parent\n=======\n// Code generated by busgen. DO NOT EDIT.\n\npackage other\n>>>>>>> branch\n")
	}
	p.put("generated/old_event.go", "<<<<<<< HEAD\n=======\n// Code generated by busgen. DO NOT EDIT.\n\npackage other\n>>>>>>> branch\n")
	code, _, stderr = p.run("./app")
	require.Zero(t, code, stderr)
	require.Equal(t, before, snapshot(t, p.dir))

	p.put("generated/router.go", "<<<<<<< HEAD\npackage other\n=======\n"+before["generated/router.go"]+">>>>>>> branch\n")
	code, _, stderr = p.run("./domain")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "generated/router.go:1:1: busgen did not write this file")
}
