package main

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite what the scenarios expect")

// scenario is one file of testdata: the files of a module and what busgen makes of it.
//
// Its comment describes it; lines in it that begin with "args: ", "env: " and "folder: " say how to call busgen, by default with ./domain
// in the module's root; several "args: " are several calls. A go.mod below a folder makes the folder a module of its own, which the main
// one requires. The file want.txt holds the diagnostics; without it there must be none but the notes of notes.txt, and what is generated
// must compile. If there is a wrote.txt, it has what busgen says that it wrote. If there is a main.go, it is run, and panics when something
// is not as it should be. Files below want/ are what generated files must look like.
type scenario struct {
	name    string
	archive *txtar.Archive
	calls   [][]string
	env     []string
	dir     string // of the module
	folder  string // in dir, where busgen is called
}

// TestScenarios runs every scenario of testdata, each in a module of its own.
func TestScenarios(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			s := newScenario(t, file)
			if s.file("want.txt") != nil {
				s.refused(t)
			} else {
				s.generated(t)
			}
			if *update {
				require.NoError(t, os.WriteFile(file, txtar.Format(s.archive), 0o644))
			}
		})
	}
}

func newScenario(t *testing.T, file string) *scenario {
	archive, err := txtar.ParseFile(file)
	require.NoError(t, err)
	s := &scenario{name: file, archive: archive}
	for _, line := range strings.Split(string(archive.Comment), "\n") {
		if args, ok := strings.CutPrefix(line, "args: "); ok {
			s.calls = append(s.calls, strings.Fields(args))
		}
		if env, ok := strings.CutPrefix(line, "env: "); ok {
			s.env = strings.Fields(env)
		}
		if folder, ok := strings.CutPrefix(line, "folder: "); ok {
			s.folder = folder
		}
	}
	if s.calls == nil {
		s.calls = [][]string{{"./domain"}}
	}
	s.dir = s.write(t)
	if s.env == nil {
		t.Parallel()
	}
	for _, env := range s.env {
		name, value, _ := strings.Cut(env, "=")
		t.Setenv(name, value)
	}
	return s
}

// file returns the expectation of that name, nil if the scenario has none.
func (s *scenario) file(name string) *txtar.File {
	for i := range s.archive.Files {
		if s.archive.Files[i].Name == name {
			return &s.archive.Files[i]
		}
	}
	return nil
}

func expectation(name string) bool {
	return name == "want.txt" || name == "notes.txt" || name == "wrote.txt" || strings.HasPrefix(name, "want/")
}

// write puts the scenario's files into a new folder, with a go.mod like ours.
func (s *scenario) write(t *testing.T) string {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	needs := ""
	for _, f := range s.archive.Files {
		if expectation(f.Name) {
			continue
		}
		if filepath.Base(f.Name) == "go.mod" {
			name := strings.TrimSpace(strings.TrimPrefix(string(f.Data), "module"))
			module(t, filepath.Join(dir, filepath.Dir(f.Name)), name, "")
			needs += "\nrequire " + name + " v0.0.0\n\nreplace " + name + " => ./" + filepath.Dir(f.Name) + "\n"
			continue
		}
		put(t, filepath.Join(dir, f.Name), f.Data)
	}
	module(t, dir, "example.com/case", needs)
	return dir
}

func put(t *testing.T, name string, data []byte) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
	require.NoError(t, os.WriteFile(name, data, 0o644))
}

var moduleLine = regexp.MustCompile(`(?m)^module .*$`)

// module writes the go.mod of a user of this module: it needs what this one needs, this one, and what else is in needs.
func module(t *testing.T, dir, name, needs string) {
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	require.NoError(t, err)
	text := moduleLine.ReplaceAllLiteralString(string(mod), "module "+name)
	text += "\nrequire github.com/busgen/busgen v0.0.0\n\nreplace github.com/busgen/busgen => " + root + "\n" + needs
	put(t, filepath.Join(dir, "go.mod"), []byte(text))
	put(t, filepath.Join(dir, "go.sum"), sum)
}

// refused expects diagnostics, and that nothing is written.
func (s *scenario) refused(t *testing.T) {
	before := snapshot(t, s.dir)
	code, stdout, stderr := s.run(s.calls[0]...)
	want := s.file("want.txt")
	if *update {
		want.Data = []byte(stderr)
	}
	require.Equal(t, string(want.Data), stderr)
	require.Equal(t, exitFindings, code)
	require.Empty(t, stdout)
	code, stdout, stderr = s.run(append(s.calls[0], "-json")...)
	require.Equal(t, string(want.Data), strings.ReplaceAll(printed(decode(t, stdout)), s.dir, "$DIR"))
	require.Equal(t, exitFindings, code)
	require.Empty(t, stderr)
	require.Equal(t, before, snapshot(t, s.dir), "nothing may be written")
}

// generated expects code that compiles, is as wanted, stays the same, and does what main.go expects of it.
func (s *scenario) generated(t *testing.T) {
	wrote := s.each(t)
	require.NotEmpty(t, wrote)
	if f := s.file("wrote.txt"); f != nil {
		s.expect(t, f, wrote)
	}
	once := snapshot(t, s.dir)
	s.wanted(t, once)

	require.Empty(t, s.each(t, "check"))
	require.Empty(t, s.each(t))
	require.Equal(t, once, snapshot(t, s.dir), "generating again changes nothing")

	s.goRun(t, "vet", "./...")
	if s.file("main.go") != nil {
		s.goRun(t, "run", ".")
	}
}

// each makes all calls, with a verb before the other arguments, and returns what busgen says that it wrote.
func (s *scenario) each(t *testing.T, verb ...string) (wrote string) {
	notes := ""
	for _, args := range s.calls {
		code, stdout, stderr := s.run(append(verb, args...)...)
		require.Zero(t, code, stdout+stderr)
		require.Empty(t, stdout)
		said, rest := summary(stderr)
		wrote, notes = wrote+said, notes+rest
	}
	want := &txtar.File{}
	if f := s.file("notes.txt"); f != nil {
		want = f
	}
	s.expect(t, want, notes)
	return wrote
}

// expect compares with an expectation, or updates it.
func (s *scenario) expect(t *testing.T, want *txtar.File, got string) {
	t.Helper()
	if *update {
		want.Data = []byte(got)
	}
	require.Equal(t, string(want.Data), got)
}

// summaryLine matches a line that says what busgen wrote.
var summaryLine = regexp.MustCompile(`(?m)^(wrote|removed|emptied) .*\n`)

// writtenFiles matches how many files of a generated package were written, which depends on what code is generated.
var writtenFiles = regexp.MustCompile(`(?m)^wrote \d+ files? to `)

// summary takes what busgen says that it wrote out of its other messages, without the number of the files.
func summary(stderr string) (wrote, rest string) {
	wrote = writtenFiles.ReplaceAllString(strings.Join(summaryLine.FindAllString(stderr, -1), ""), "wrote files to ")
	return wrote, summaryLine.ReplaceAllString(stderr, "")
}

// wanted compares generated files with those below want/.
func (s *scenario) wanted(t *testing.T, got map[string]string) {
	for i := range s.archive.Files {
		f := &s.archive.Files[i]
		if name, ok := strings.CutPrefix(f.Name, "want/"); ok {
			if *update {
				f.Data = []byte(got[name])
			}
			require.Equal(t, string(f.Data), got[name], name)
		}
	}
}

func (s *scenario) run(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, filepath.Join(s.dir, s.folder), &out, &err)
	return code, out.String(), strings.ReplaceAll(err.String(), s.dir, "$DIR")
}

func (s *scenario) goRun(t *testing.T, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = s.dir
	output, err := cmd.CombinedOutput()
	require.NoError(t, err, string(output))
}

// snapshot returns the content of every file below a folder.
func snapshot(t *testing.T, dir string) map[string]string {
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name) // both are absolute
		files[filepath.ToSlash(rel)] = string(text)
		return err
	}))
	return files
}
