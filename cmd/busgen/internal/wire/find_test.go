package wire

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
)

func TestFind(t *testing.T) {
	const header = gofile.Header
	for name, c := range map[string]struct {
		files map[string]string
		want  Folder
		has   bool
	}{
		"nothing":      {map[string]string{"a.go": "package p\n// busgen:wire is not one\n"}, Folder{}, false},
		"a struct":     {map[string]string{"a.go": "package p\n\n//busgen:wire\ntype A struct{}\n"}, Folder{Name: "p", Wired: []string{"a.go"}}, true},
		"broken later": {map[string]string{"a.go": "package p\n\n//busgen:wire\ntype A struct{}\n\nfunc {"}, Folder{Name: "p", Wired: []string{"a.go"}}, true},
		"no Go":        {map[string]string{"a.go": "//busgen:wire"}, Folder{}, false},
		"misplaced":    {map[string]string{"a.go": "package p\n\n//busgen:wire\nfunc f() {}\n"}, Folder{Name: "p"}, false},
		"in a test":    {map[string]string{"a_test.go": "package p\n\n//busgen:wire\ntype A struct{}\n"}, Folder{}, false},
		"an orphan":    {map[string]string{"a_bus.go": "// " + header + "\n\npackage p\n"}, Folder{Name: "p", Buses: []string{"a_bus.go"}}, true},
		"foreign":      {map[string]string{"a_bus.go": "package p\n"}, Folder{}, false},
		"an orphan in a domain": {
			map[string]string{"a_bus.go": "// " + header + "\n\npackage p\n", "b.go": "package p\n\n//busgen:event\ntype A struct{}\n"},
			Folder{Name: "p", Declares: []string{"A"}, Buses: []string{"a_bus.go"}}, false,
		},
		"by the struct's package": {
			map[string]string{"a.go": "package ignored\n\n//busgen:event\ntype A struct{}\n", "b.go": "package p\n\n//busgen:wire\ntype B struct{}\n"},
			Folder{Name: "p", Declares: []string{"A"}, Wired: []string{"b.go"}}, true,
		},
	} {
		dir := t.TempDir()
		for file, text := range c.files {
			require.NoError(t, os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644))
		}
		c.want.Dir = dir
		for i, name := range c.want.Wired {
			c.want.Wired[i] = filepath.Join(dir, name)
		}
		got := Find(dir)
		require.Equal(t, c.want, got, name)
		require.Equal(t, c.has, got.Has(), name)
	}
}

func TestNames(t *testing.T) {
	exported, own := Bus{Struct: "Consumers"}, Bus{Struct: "öffentlich"}
	require.Equal(t, []string{"ConsumersBus", "NewConsumersBus"}, []string{exported.Name(), exported.Constructor()})
	require.Equal(t, []string{"öffentlichBus", "newÖffentlichBus"}, []string{own.Name(), own.Constructor()})
}

func TestByInterface(t *testing.T) {
	for by, want := range map[By]bool{ByInterface: true, ByRoute: true, ByValue: false} {
		require.Equal(t, want, Event{Calls: []Call{{By: ByValue}, {By: by}}}.ByInterface())
	}
	require.False(t, Event{}.ByInterface())
}
