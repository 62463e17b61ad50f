package busgen_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// What somebody adds to the quickstart: one struct. The test beside it is how this test sees that it worked.
const (
	added = `package library

// Reserved is a book that a reader waits for.
//
//busgen:event
type Reserved struct {
	Book
	Reader string
}
`
	usesAdded = `package main

import (
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
	"github.com/busgen/busgen/mux/muxtest"
)

func TestReserved(t *testing.T) {
	bus := generated.NewRouter()
	record := muxtest.Record(t, bus)
	var titles []string
	_, err := bus.Attach(generated.BookFunc(func(e generated.BookEvent) { titles = append(titles, e.Book().Title()) }))
	if err != nil {
		t.Fatal(err)
	}
	bus.BeginBlock(events.Block{Height: 1})
	bus.EmitReserved(library.Reserved{Book: library.Book{Title: "Emma"}, Reader: "reader 8"})
	bus.EndBlock()
	record.Kinds("BeginBlock", "Reserved", "EndBlock")
	if len(titles) != 1 || titles[0] != "Emma" {
		t.Errorf("got %v", titles)
	}
}
`
)

// TestAddingAnEvent adds an event to a copy of the quickstart by one struct and go generate ./..., and nothing else.
func TestAddingAnEvent(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("examples/quickstart")))
	root, err := filepath.Abs(".")
	require.NoError(t, err)
	run := func(name string, arguments ...string) {
		t.Helper()
		command := exec.Command(name, arguments...)
		command.Dir = dir
		out, err := command.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	run("go", "mod", "edit", "-replace", module+"="+root)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "library", "reserved.go"), []byte(added), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "reserved_test.go"), []byte(usesAdded), 0o644))
	run("go", "generate", "./...")
	run("go", "test", "./...")
}
