package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const twoEvents = "//busgen:event\ntype A struct{ X int }\n\n//busgen:event\ntype B struct{ X int }\n"

// refuse expects an error that has these parts, from generate and check, and that nothing is written.
func (p *program) refuse(args []string, parts ...string) {
	p.t.Helper()
	before := snapshot(p.t, p.dir)
	for _, verb := range []string{"generate", "check"} {
		code, stdout, stderr := p.run(append([]string{verb}, args...)...)
		require.Equal(p.t, exitFindings, code, stderr)
		require.Empty(p.t, stdout)
		for _, part := range parts {
			require.Contains(p.t, stderr, part)
		}
	}
	require.Equal(p.t, before, snapshot(p.t, p.dir), "nothing may be written")
}

// edit replaces a part of a file that has to be there.
func (p *program) edit(name, from, to string) {
	p.t.Helper()
	text := p.read(name)
	require.Contains(p.t, text, from)
	p.put(name, strings.Replace(text, from, to, 1))
}

// noted expects that busgen succeeds with one note, and that the next run has nothing to say.
func (p *program) noted(note string, args ...string) {
	p.t.Helper()
	code, _, stderr := p.run(args...)
	require.Zero(p.t, code, stderr)
	require.Contains(p.t, stderr, note)
	require.Equal(p.t, 1, strings.Count(stderr, "note: "), stderr)
	code, _, stderr = p.run(args...)
	require.Zero(p.t, code, stderr)
	require.Empty(p.t, stderr)
}

// TestLockMissing: numbers do not start again while the generated code has some.
func TestLockMissing(t *testing.T) {
	p := newProgram(t)
	p.domain(twoEvents)
	p.generate()
	remove := func(name string) { require.NoError(t, os.RemoveAll(filepath.Join(p.dir, name))) }
	saved := p.read("generated/busgen.lock")

	parts := []string{
		"generated/b_event.go:", "B is number 17", "hint: restore busgen.lock from version control", "delete the generated files",
	}
	remove("generated/a_event.go")
	remove("generated/busgen.lock")
	p.refuse([]string{"./domain"},
		append(parts, "generated/busgen.lock: busgen.lock is missing, but the generated code beside it has numbers")...)
	p.put("app/a.go", strings.ReplaceAll(wiredApp, "Trade", "A"))
	p.domain("//go:generate busgen\n\n" + twoEvents)
	p.refuse([]string{"./app"}, "busgen.lock is missing")
	for _, text := range []string{"", "# all gone\n"} {
		p.put("generated/busgen.lock", text)
		p.refuse([]string{"./domain"}, append(parts, "busgen.lock has no numbers, but the generated code beside it has")...)
	}
	p.put("generated/b_event.go", "<<<<<<< ours\n"+p.read("generated/b_event.go")+"=======\n>>>>>>> theirs\n")
	p.refuse([]string{"./domain"}, "B is number 17")

	p.put("generated/busgen.lock", saved)
	p.generate()
	require.Equal(t, saved, p.read("generated/busgen.lock"))
	remove("generated")
	p.generate()
	require.Equal(t, saved, p.read("generated/busgen.lock"), "a new folder starts with the first number")
}

// TestLockAndCodeDisagree: an edited number, in the lock or in the code, is an error.
func TestLockAndCodeDisagree(t *testing.T) {
	for name, c := range map[string]struct{ file, from, to, want string }{
		"lock, to a new number": {"busgen.lock", "event 16 A\nfield 16.", "event 20 A\nfield 20.",
			"a_event.go:33:1: event A is number 16 here, but number 20 in busgen.lock"},
		"lock, to another's number": {"busgen.lock", "event 17 B\nfield 17.", "event 16 B\nfield 16.",
			"b_event.go:33:1: event B is number 17 here, but number 16 in busgen.lock"},
		"lock, two names": {"busgen.lock", "event 16 A\nfield 16.1 X\nevent 17 B", "event 16 B\nfield 16.1 X\nevent 17 A",
			"event B is number 17 here, but number 16"},
		"code, to a new number": {"a_event.go", "NewType(16, ", "NewType(99, ",
			"a_event.go:33:1: event A is number 99 here, but number 16 in busgen.lock"},
		"code, to another's number": {"a_event.go", "NewType(16, ", "NewType(17, ",
			"event A is number 17 here, but number 16 in busgen.lock"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newProgram(t)
			p.domain(twoEvents + "\n//busgen:event\ntype C struct{ X int }\n")
			p.generate()
			p.edit("generated/"+c.file, c.from, c.to)
			p.refuse([]string{"./domain"}, c.want, "the number in the lock", "hint: if busgen.lock was edited, restore it from version control")
		})
	}
}

// TestLockAndStaleCode: code that is missing, older than the lock, or of events that are gone, is no error.
func TestLockAndStaleCode(t *testing.T) {
	p := newProgram(t)
	p.domain(twoEvents)
	p.generate()
	first := snapshot(t, filepath.Join(p.dir, "generated"))
	p.domain("//busgen:event\ntype B struct{ X int }\n")
	p.generate()
	p.domain(twoEvents)
	p.generate()
	require.Contains(t, p.read("generated/busgen.lock"), "event 16 A retired\n")
	require.Contains(t, p.read("generated/busgen.lock"), "event 18 A\n")
	last := snapshot(t, filepath.Join(p.dir, "generated"))
	for name, text := range first {
		if name != "busgen.lock" {
			p.put("generated/"+name, text)
		}
	}
	p.generate()
	require.Equal(t, last, snapshot(t, filepath.Join(p.dir, "generated")), "the lock knows that A had another number")

	p.put("generated/c_event.go", strings.ReplaceAll(last["b_event.go"], `NewType(17, "B")`, `NewType(19, "C")`))
	p.generate()
	require.Equal(t, last, snapshot(t, filepath.Join(p.dir, "generated")), "C is no event of the domain")

	p.edit("generated/busgen.lock", "event 18 A\nfield 18.1 X\n", "event 18 New retired\nevent 19 A\nfield 19.1 X\n")
	p.noted("generated/a_event.go:33:1: note: event A has number 19 in busgen.lock: number 18 belongs to New", "./domain")
	require.Contains(t, p.read("generated/a_event.go"), `NewType(19, "A")`)

	p.edit("generated/busgen.lock", "event 19 A\nfield 19.1 X\n", "")
	p.noted("note: the lock has no number for event A: it keeps number 19, which is in a_event.go", "./domain")
}

// TestTwoDomainsOneFolder: a folder has the code of one domain package.
func TestTwoDomainsOneFolder(t *testing.T) {
	p := newProgram(t)
	event := func(name string) string { return "\n\n//busgen:event\ntype " + name + " struct{ X int }\n" }
	p.put("one/a.go", "package one"+event("A"))
	p.put("two/a.go", "package two"+event("A")) // the same name in both
	p.put("three/b.go", "package three"+event("B"))
	code, _, stderr := p.run("./one")
	require.Zero(t, code, stderr)
	for _, other := range []string{"two", "three"} {
		p.refuse([]string{"./" + other}, "generated/busgen.lock:3:1: this folder has the code of example.com/case/one, "+
			"which the code of example.com/case/"+other+" would replace", "-out")
	}
	code, _, stderr = p.run("-out", "../other", "./two")
	require.Zero(t, code, stderr)
	require.Contains(t, p.read("other/busgen.lock"), "source example.com/case/two\n")

	require.NoError(t, os.RemoveAll(filepath.Join(p.dir, "one")))
	p.refuse([]string{"./three"}, "example.com/case/one", "example.com/case/three")
}

// TestMovedDomain: a domain package that is elsewhere now, or whose module has another name, keeps its numbers.
func TestMovedDomain(t *testing.T) {
	p := newProgram(t)
	p.put("one/a.go", "package one\n\n"+twoEvents)
	code, _, stderr := p.run("./one")
	require.Zero(t, code, stderr)
	p.put("one/a.go", "package one\n\n//busgen:event\ntype B struct{ X int }\n")
	code, _, stderr = p.run("./one")
	require.Zero(t, code, stderr)

	p.put("internal/two/a.go", "package two\n\n//busgen:event\ntype B struct{ X int }\n\n//busgen:event\ntype C struct{ X int }\n")
	p.refuse([]string{"-out", "../../generated", "./internal/two"}, "this folder has the code of example.com/case/one")
	p.put("one/a.go", "package one\n\n// Rest is what is left of the package.\ntype Rest struct{}\n")
	p.noted("generated/busgen.lock:3:1: note: the domain package has moved from example.com/case/one to example.com/case/internal/two: "+
		"its events keep their numbers",
		"-out", "../../generated", "./internal/two")
	require.Contains(t, p.read("generated/busgen.lock"), "source example.com/case/internal/two\nevent 16 A retired\nfield 16.1 X\n"+
		"event 17 B\nfield 17.1 X\nevent 18 C\nfield 18.1 X\n")

	p.edit("go.mod", "module example.com/case", "module example.com/renamed")
	p.noted("note: the domain package has moved from example.com/case/internal/two to example.com/renamed/internal/two",
		"-out", "../../generated", "./internal/two")
}

// TestRetirementIsNoted: what may have been renamed says so, and how to keep the number.
func TestRetirementIsNoted(t *testing.T) {
	p := newProgram(t)
	p.domain(twoEvents)
	p.generate()
	p.domain("//busgen:event\ntype A struct{ X int }\n\n//busgen:event\ntype New struct{ X int }\n")
	code, _, stderr := p.run("./domain")
	require.Zero(t, code, stderr)
	require.Equal(t, "generated/busgen.lock:6:1: note: event B is retired: its number 17 is not used again\n"+
		"\thint: if it was renamed to New (number 18), write //busgen:event was=B there\n", summaryLine.ReplaceAllString(stderr, ""))
	p.domain("//busgen:event\ntype A struct{ Y int }\n")
	code, _, stderr = p.run("./domain")
	require.Zero(t, code, stderr)
	require.Equal(t, "generated/busgen.lock:4:1: note: field X of A is retired: its number 1 is not used again\n"+
		"\thint: if it was renamed to Y, write //busgen:field was=X there\n"+
		"generated/busgen.lock:8:1: note: event New is retired: its number 18 is not used again\n", summaryLine.ReplaceAllString(stderr, ""))
	p.generate()
}

// TestRename: an event and a field keep their numbers under new names, at once or after they were retired.
func TestRename(t *testing.T) {
	const (
		before  = "//busgen:event\ntype Old struct{\n\tX int\n\tOldField int\n}\n"
		renamed = "//busgen:event\ntype New struct{\n\tX int\n\tNewField int\n}\n"
		after   = "//busgen:event was=Old\ntype New struct{\n\tX int\n\tNewField int //busgen:field was=OldField\n}\n"
	)
	p := newProgram(t)
	p.domain(before)
	p.generate()
	p.domain(after)
	code, _, stderr := p.run("./domain")
	require.Zero(t, code, stderr)
	require.Contains(t, stderr, "note: event Old is renamed to New and keeps number 16")
	require.Contains(t, stderr, "note: field OldField is renamed to NewField and keeps number 2")
	require.Contains(t, p.read("generated/busgen.lock"), "event 16 New\nfield 16.1 X\nfield 16.2 NewField\n")
	require.Contains(t, p.read("generated/new_event.go"), `NewType(16, "New")`)
	require.NoFileExists(t, filepath.Join(p.dir, "generated/old_event.go"))
	first := p.read("generated/busgen.lock")
	p.generate()
	require.Equal(t, first, p.read("generated/busgen.lock"), "the directives may stay")
	p.domain(renamed)
	p.generate()
	require.Equal(t, first, p.read("generated/busgen.lock"), "or go")

	p = newProgram(t)
	p.domain(before)
	p.generate()
	p.domain(renamed)
	p.generate()
	require.Contains(t, p.read("generated/busgen.lock"), "event 17 New\n")
	p.domain(after)
	code, _, stderr = p.run("./domain")
	require.Zero(t, code, stderr)
	text := p.read("generated/busgen.lock")
	require.Contains(t, text, "event 16 New\nfield 16.1 X\nfield 16.2 NewField\nevent 17 New retired\n", "the hint can be followed")
	p.generate()
	require.Equal(t, text, p.read("generated/busgen.lock"))
}

// TestRenameIsWrong: a former name has to be one that the lock has and the domain has not.
func TestRenameIsWrong(t *testing.T) {
	p := newProgram(t)
	p.domain(twoEvents)
	p.generate()
	for source, want := range map[string]string{
		twoEvents + "//busgen:event was=A\ntype C struct{ X int }\n":                  "domain/a.go:7:1: event C can't be renamed from A, which still exists",
		twoEvents + "//busgen:event was=Q\ntype C struct{ X int }\n":                  "domain/a.go:7:1: event C can't be renamed from Q: busgen.lock has no event",
		"//busgen:event\ntype A struct {\n\tX int\n\tY int //busgen:field was=X\n}\n": "domain/a.go:5:8: field Y can't be renamed from X, which still exists",
		"//busgen:event\ntype A struct {\n\t//busgen:field was=Q\n\tY int\n}\n":       "domain/a.go:4:2: field Y can't be renamed from Q: busgen.lock has no field",
		"//busgen:event\ntype A struct {\n\t//busgen:field was=X\n\tY, Z int\n}\n":    "//busgen:field is on several fields",
		twoEvents + "type S struct {\n\t//busgen:field was=X\n\tY int\n}\n":           "//busgen:field has no effect here: this field has no number",
		"//busgen:field was=X\n" + twoEvents:                                          "//busgen:field and //busgen:event are on one declaration",
		twoEvents + "//busgen:field was=X\ntype S struct{}\n":                         "domain/a.go:7:1: //busgen:field is misplaced: it is on type S",
	} {
		p.domain(source)
		p.refuse([]string{"./domain"}, want, "hint: ")
	}
}

// TestSeveralPackagesOneLock: a bus of several packages has one lock, from which none is left out by mistake.
func TestSeveralPackagesOneLock(t *testing.T) {
	p := newProgram(t)
	event := func(name string) string { return "\n\n//busgen:event\ntype " + name + " struct{ X int }\n" }
	p.put("one/a.go", "package one"+event("M"))
	p.put("two/a.go", "package two"+event("A"))
	p.put("three/a.go", "package three"+event("B"))
	generate := func(args ...string) string {
		code, _, stderr := p.run(args...)
		require.Zero(t, code, stderr)
		return p.read("generated/busgen.lock")
	}
	require.Contains(t, generate("./one"), "source example.com/case/one\nevent 16 M\n")
	both := generate("./two", "./one")
	require.Contains(t, both, "source example.com/case/one\nsource example.com/case/two\nevent 16 M\nfield 16.1 X\nevent 17 A\n", "a package that joins the bus")
	require.Equal(t, both, generate("./one", "./two"), "the order of the arguments is none of the events")

	p.refuse([]string{"./one"}, "generated/busgen.lock:4:1: this folder also has the code of example.com/case/two, which this run does not name",
		"//go:generate go tool busgen . ../two", "delete this line")
	p.refuse([]string{"./three"}, "this folder has the code of example.com/case/one, which the code of example.com/case/three would replace")
	p.refuse([]string{"./one", "./three"}, "this folder also has the code of example.com/case/two")

	p.put("two/a.go", "package two\n")
	code, _, stderr := p.run("./one")
	require.Zero(t, code, stderr)
	require.Contains(t, stderr, "generated/busgen.lock:4:1: note: package example.com/case/two has no events any more\n")
	require.Contains(t, p.read("generated/busgen.lock"), "source example.com/case/one\nevent 16 M\nfield 16.1 X\nevent 17 A retired\n")

	p.put("two/a.go", "package two"+event("A"))
	require.Contains(t, generate("./one", "./two"), "event 17 A retired\nfield 17.1 X\nevent 18 A\n", "no number is used again")
	p.edit("generated/busgen.lock", "source example.com/case/two\n", "")
	require.Contains(t, generate("./one"), "event 18 A retired\n", "whoever removes the line means it")
}

// TestSplitDomain: an event that has moved to another package says how it stays in the bus.
func TestSplitDomain(t *testing.T) {
	p := newProgram(t)
	p.put("domain/a.go", "package domain\n\n"+twoEvents)
	code, _, stderr := p.run("./domain")
	require.Zero(t, code, stderr)
	before := p.read("generated/busgen.lock")
	p.put("domain/a.go", "package domain\n\n//busgen:event\ntype A struct{ X int }\n")
	p.put("risk/b.go", "package risk\n\n//busgen:event\ntype B struct{ X int }\n")
	p.put("testdata/b.go", "package none\n\n//busgen:event\ntype B struct{ X int }\n")
	code, _, stderr = p.run("./domain")
	require.Zero(t, code, stderr)
	require.Contains(t, stderr, "note: event B is retired: its number 17 is not used again\n\thint: example.com/case/risk declares an event of that name: "+
		"if it is this one, restore busgen.lock and name that package too, as in //go:generate go tool busgen . ../risk\n")
	p.put("generated/busgen.lock", before)
	code, _, stderr = p.run("./domain", "./risk")
	require.Zero(t, code, stderr)
	require.Contains(t, p.read("generated/busgen.lock"), "event 17 B\n")
}

// TestSplitCapabilities: a capability that moved to a package which the domain need not import is not lost in silence.
func TestSplitCapabilities(t *testing.T) {
	p := newProgram(t)
	const event = "package domain\n\n//busgen:event\ntype A struct{ X int }\n\nfunc (a A) PriceOf() int { return a.X }\n"
	const priced = "\n//busgen:capability\ntype Priced interface{ PriceOf() int }\n"
	p.put("domain/a.go", event+priced)
	code, _, stderr := p.run("./domain")
	require.Zero(t, code, stderr)
	p.put("domain/a.go", event)
	p.put("caps/a.go", "package caps\n"+priced)
	code, _, stderr = p.run("check", "./domain")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "domain/a.go:4:6: note: capability Priced is gone from the bus: no event has it\n\thint: example.com/case/caps declares a capability of that name: "+
		"if it is this one, name that package too, as in //go:generate go tool busgen . ../caps\n")
	code, _, stderr = p.run("./domain", "./caps")
	require.Zero(t, code, stderr)
	require.NotContains(t, stderr, "note")
	require.Contains(t, p.read("generated/priced_capability.go"), "\tcaps.Priced\n")
}

// TestMovedOutput: numbers that start again in another folder are noted, and a lock that moves along keeps them.
func TestMovedOutput(t *testing.T) {
	p := newProgram(t)
	p.put("domain/a.go", "package domain\n\n"+twoEvents)
	code, _, stderr := p.run("./domain")
	require.Zero(t, code, stderr)
	p.put("domain/a.go", "package domain\n\n//busgen:event\ntype B struct{ X int }\n")
	code, _, stderr = p.run("./domain")
	require.Zero(t, code, stderr)
	code, _, stderr = p.run("check", "-out", "../signals", "./domain")
	require.Equal(t, exitFindings, code)
	require.Contains(t, stderr, "generated/busgen.lock:1:1: note: this folder has numbers for example.com/case/domain, and the new output folder starts again\n"+
		"\thint: if the output folder has moved, move busgen.lock to the new one, then run go generate ./...\n")
	require.NoError(t, os.Mkdir(filepath.Join(p.dir, "signals"), 0o755))
	require.NoError(t, os.Rename(filepath.Join(p.dir, "generated/busgen.lock"), filepath.Join(p.dir, "signals/busgen.lock")))
	require.NoError(t, os.RemoveAll(filepath.Join(p.dir, "generated")))
	code, _, stderr = p.run("-out", "../signals", "./domain")
	require.Zero(t, code, stderr)
	require.NotContains(t, stderr, "note")
	require.Contains(t, p.read("signals/busgen.lock"), "event 16 A retired\nfield 16.1 X\nevent 17 B\n")
}
