package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// staleFiles are a domain that is made of types of every kind.
var staleFiles = map[string]string{
	"domain/a.go": `package domain

import (
	"example.com/case/parts"
	"example.org/far"
)

//busgen:event
type A struct {
	far.Alias
	*Mine[string]
	Gen    Gen[int]
	Gens   []Two[string, Gen[bool]]
	Parts  map[string]parts.Part[int]
	Deep   far.Deep
	Flat   far.Flat
	Half   far.Half
	Odd    far.Odd
	Names  far.Names
	Of     far.Box[int]
	Inner  []far.Outer
	Amount Amount
}

type Gen[T any] struct{ V []T }

type Two[K comparable, V any] struct{ M map[K]V }

type Mine[T any] = far.Box[T]

type amount struct{ N int }

type Amount = amount
`,
	"parts/p.go": "package parts\n\ntype Part[T any] struct{ V T }\n",
	"far/far.go": `package far

type Alias = Plain

type Plain struct{ X int }

type Other struct{ X int }

type Deep struct{ X []int }

type Flat struct{ Y int }

type Half struct {
	Shown  int
	hidden int
}

type Odd struct {
	Part   odd
	Number int
	Names  []string
}

type odd struct{ n int }

type Names []string

type Box[T any] struct{ V []T }

type Outer struct{ In Inner }

type Inner struct{ Z []int }
`,
}

// TestStaleGuardOfAllTypes: each change of a generic struct, of an alias, or of a type of another package or module keeps stale generated
// code from compiling, with the name run_go_generate in the compiler's message.
func TestStaleGuardOfAllTypes(t *testing.T) {
	p := newProgram(t)
	module(t, p.dir, "example.com/case", "\nrequire example.org/far v0.0.0\n\nreplace example.org/far => ./far\n")
	put(t, filepath.Join(p.dir, "far/go.mod"), []byte("module example.org/far\n\ngo 1.26\n"))
	for name, text := range staleFiles {
		p.put(name, text)
	}
	p.generate()
	output, err := p.build()
	require.NoError(t, err, output)
	for _, change := range []struct{ file, from, to string }{
		{"domain/a.go", "Gen[T any] struct{ V []T }", "Gen[T any] struct{ V, L []T }"},
		{"domain/a.go", "Gen[T any] struct{ V []T }", "Gen[T any] struct{ V []*T }"},
		{"domain/a.go", "struct{ M map[K]V }", "struct{ M map[K]V; L *V }"},
		{"domain/a.go", "struct{ N int }", "struct{ N int; L []int }"},
		{"domain/a.go", "far.Box[T]\n", "far.Box[[]T]\n"},
		{"parts/p.go", "struct{ V T }", "struct{ V T; L []T }"},
		{"far/far.go", "Alias = Plain", "Alias = Other"},
		{"far/far.go", "Plain struct{ X int }", "Plain struct{ X int; L []int }"},
		{"far/far.go", "Deep struct{ X []int }", "Deep struct{ X, L []int }"},
		{"far/far.go", "Flat struct{ Y int }", "Flat struct{ Y []int }"},
		{"far/far.go", "Shown  int", "Shown  []int"},
		{"far/far.go", "Number int", "Number *int"},
		{"far/far.go", "Names []string\n", "Names []*string\n"},
		{"far/far.go", "Box[T any] struct{ V []T }", "Box[T any] struct{ V []T; L *T }"},
		{"far/far.go", "Inner struct{ Z []int }", "Inner struct{ Z []int; L []int }"},
	} {
		before := staleFiles[change.file]
		require.Equal(t, 1, strings.Count(before, change.from), change.from)
		p.put(change.file, strings.Replace(before, change.from, change.to, 1))
		output, err := p.build()
		require.Error(t, err, change.to)
		require.Regexp(t, `generated/guard\.go:\d+:\d+: .*run_go_generate`, output, change.to)
		p.put(change.file, before)
	}
}
