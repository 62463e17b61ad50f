package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// goGenerate runs the go command as a user does, with this busgen in the path.
func (p *program) goGenerate(bin string) {
	p.t.Helper()
	cmd := exec.Command("go", "generate", "./...")
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	output, err := cmd.CombinedOutput()
	require.NoError(p.t, err, "%s", output)
}

// built returns a folder with a busgen of this source.
func built(t *testing.T) string {
	t.Helper()
	bin := t.TempDir()
	output, err := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join(bin, "busgen"), ".").CombinedOutput()
	require.NoError(t, err, "%s", output)
	return bin
}

// TestGoGenerateAfterDeletions: go generate lists the files of all packages before it runs busgen, and
// reads them afterwards. It succeeds whichever events go, whether the output comes before the domain in
// its list or after it, and goes on to the packages behind both.
func TestGoGenerateAfterDeletions(t *testing.T) {
	t.Parallel()
	bin := built(t)
	for _, out := range []string{"generated", "bus"} {
		p := newProgram(t)
		line := "//go:generate busgen -out ../" + out + "\n"
		p.domain(line)
		p.put("domain/b.go", "package domain\n\n//busgen:event\ntype Old struct{ X int }\n\n//busgen:event\ntype Older struct{ Leg Leg }\n\ntype Leg struct{ X int }\n")
		p.put("domain/c.go", "package domain\n\n//busgen:event\ntype Trade struct{ X int }\n")
		p.put("zebra/z.go", "package zebra\n\n//go:generate go version\n\nvar _ int\n")
		p.goGenerate(bin)
		require.NoError(t, os.Remove(filepath.Join(p.dir, "domain/b.go")))
		p.put("domain/d.go", "package domain\n\n//busgen:event\ntype New struct{ X int }\n")
		for range 2 {
			p.goGenerate(bin)
			code, stdout, stderr := p.run("check", "-out", "../"+out, "./domain")
			require.Zero(t, code, stdout+stderr)
			output, err := p.build()
			require.NoError(t, err, output)
		}
		code, _, stderr := p.run("-out", "../"+out, "./domain")
		require.Zero(t, code, stderr)
		entries, err := os.ReadDir(filepath.Join(p.dir, out))
		require.NoError(t, err)
		for _, e := range entries {
			require.False(t, strings.HasPrefix(e.Name(), "old") || strings.HasPrefix(e.Name(), "leg"), e.Name())
		}
	}
}

// TestOtherPlatformsKeepTheirNumbers: a run in which build constraints leave events out retires nothing.
func TestOtherPlatformsKeepTheirNumbers(t *testing.T) {
	for name, constraint := range map[string]string{
		"only_windows.go": "", "only_linux.go": "", "tag.go": "//go:build special\n\n", "cgo.go": "//go:build cgo\n\n",
	} {
		p := newProgram(t)
		p.domain("\n//busgen:event\ntype A struct{ X int }\n")
		p.put("domain/"+name, constraint+"package domain\n\n//busgen:event\ntype B struct{ X int }\n")
		for _, env := range [][2]string{
			{"GOOS", "windows"}, {"GOOS", "linux"}, {"GOFLAGS", "-tags=special"}, {"CGO_ENABLED", "0"}, {"CGO_ENABLED", "1"}, {"GOOS", "darwin"},
		} {
			t.Run(name+" "+env[0]+"="+env[1], func(t *testing.T) {
				t.Setenv(env[0], env[1])
				code, _, stderr := p.run("./domain")
				require.Zero(t, code, stderr)
			})
		}
		lock := p.read("generated/busgen.lock")
		require.NotContains(t, lock, " retired\n", name)
		require.Equal(t, 1, strings.Count(lock, " B\n"), lock)
	}
}

// TestFileMeansItsPackage: $GOFILE in a go:generate line names a file.
func TestFileMeansItsPackage(t *testing.T) {
	p := newProgram(t)
	p.domain("\n//busgen:event\ntype A struct{ X int }\n")
	p.put("domain/b.go", "package domain\n\n//busgen:event\ntype B struct{ X int }\n")
	p.generate()
	for _, file := range []string{"domain/a.go", "./domain/b.go", filepath.Join(p.dir, "domain", "a.go")} {
		code, stdout, stderr := p.run("check", file)
		require.Zero(t, code, stdout+stderr)
	}
	code, _, stderr := p.run("domain/c.go")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "domain/c.go")
}

// TestOutputInAnotherModule: the module of the output has to know that of the domain.
func TestOutputInAnotherModule(t *testing.T) {
	p := newProgram(t)
	p.put("svc/a.go", "package svc\n\n//busgen:event\ntype A struct{ X int }\n")
	text := p.read("go.mod")
	p.put("svc/go.mod", strings.Replace(text, "example.com/case", "example.com/case/svc", 1))
	p.put("svc/go.sum", p.read("go.sum"))
	code, _, stderr := p.run("./svc")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "is in module example.com/case, which does not require the domain's module example.com/case/svc")
	require.Contains(t, stderr, "-out generated")
	require.NoDirExists(t, filepath.Join(p.dir, "generated"))
	code, _, stderr = p.run("-out", "generated", "./svc")
	require.Zero(t, code, stderr)

	p.put("go.work", "go 1.26.0\n\nuse (\n\t.\n\t./svc\n)\n")
	code, _, stderr = p.run("./svc")
	require.Zero(t, code, stderr)
}

// TestWhatTheGoCommandSays: its own cause is printed, with a place that holds from where busgen runs.
func TestWhatTheGoCommandSays(t *testing.T) {
	p := newProgram(t)
	p.domain("\n//busgen:event\ntype A struct{ X int }\n")
	mod := p.read("go.mod")
	p.put("go.mod", mod+"\nwat\nwhat else\n")
	code, _, stderr := p.run("./domain")
	require.Equal(t, exitFindings, code)
	require.Regexp(t, `^go\.mod:\d+: unknown directive: wat\ngo\.mod:\d+: unknown directive: what\n$`, stderr)

	require.NoError(t, os.Remove(filepath.Join(p.dir, "go.mod")))
	code, _, stderr = p.run("./domain")
	require.Equal(t, exitFindings, code)
	require.Equal(t, "./domain is in no module: there is no go.mod in its folder or above\n\thint: run go mod init\n", stderr)

	p.put("go.mod", mod)
	p.domain("\nimport \"example.org/missing\"\n\n//busgen:event\ntype A struct{ X missing.T }\n")
	code, _, stderr = p.run("./domain")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "domain/a.go:3:8: ")
	require.Contains(t, stderr, "go get example.org/missing")
}

// TestFirstRunBesideVendor: the packages that generated code imports are not in the vendor folder before
// something imports them.
func TestFirstRunBesideVendor(t *testing.T) {
	p := newProgram(t)
	p.domain("\n//busgen:event\ntype A struct{ X int }\n")
	p.command("mod", "vendor")
	code, _, stderr := p.run("./domain")
	require.Zero(t, code, stderr)
	require.Contains(t, stderr, "note: the vendor folder has no package github.com/busgen/busgen/events, which the generated code imports\n\thint: run go mod vendor\n")
	p.put("vendor/github.com/busgen/busgen/events/e.go", "package events\n")
	p.put("vendor/github.com/busgen/busgen/mux/m.go", "package mux\n")
	code, _, stderr = p.run("check", "./domain")
	require.Zero(t, code, stderr)
	require.Empty(t, stderr)
}

// TestTwoRunsAtOnce: what two runs leave behind is what one makes.
func TestTwoRunsAtOnce(t *testing.T) {
	t.Parallel()
	p := newProgram(t)
	domain := func(version int) {
		var b strings.Builder
		for i := range 60 {
			fmt.Fprintf(&b, "\n//busgen:event\ntype E%d struct{ X%d []int }\n", i, version)
		}
		p.domain(b.String())
	}
	for version := range 4 {
		domain(version)
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				code, _, stderr := p.run("./domain")
				assert.Zero(t, code, stderr)
			})
		}
		all.Wait()
		code, stdout, stderr := p.run("check", "./domain")
		require.Zero(t, code, stdout+stderr)
	}
	output, err := p.build()
	require.NoError(t, err, output)
}

// TestCheckAll: one command checks all go:generate lines of a module, and prints paths as seen from where it runs.
func TestCheckAll(t *testing.T) {
	p := newProgram(t)
	code, _, stderr := p.run("check", "./...")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "no go:generate line below ")

	p.domain("\n//go:generate busgen -out ../generated\n\n//busgen:event\ntype A struct{ X int }\n")
	p.put("other/a.go", "package other\n\n//go:generate busgen -out ../events $GOFILE\n\n//busgen:event\ntype B struct{ X int }\n")
	code, stdout, _ := p.run("check", "./...")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stdout, "+++ b/generated/a_event.go")
	require.Contains(t, stdout, "+++ b/events/b_event.go")

	p.generate()
	code, stdout, _ = p.run("check", "./...")
	require.Equal(t, exitFindings, code)
	require.NotContains(t, stdout, "generated/a_event.go")
	require.Contains(t, stdout, "+++ b/events/b_event.go")
	code, stdout, stderr = p.run("check", "./domain/...")
	require.Zero(t, code, stdout+stderr)

	code, _, stderr = p.run("-out", "../events", "./other")
	require.Zero(t, code, stderr)
	code, stdout, stderr = p.run("check", "...")
	require.Zero(t, code, stdout+stderr)

	p.put("other/b.go", "package other\n\n//go:generate busgen -nope\n")
	code, _, stderr = p.run("check", "./other/...")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "other/b.go:3:1: this go:generate line is wrong: flag provided but not defined: -nope")
}
