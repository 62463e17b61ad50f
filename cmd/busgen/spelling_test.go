package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// farTypes are those of another module.
const farTypes = `package far

import "example.org/far/internal/in"

type (
	Deep          struct{ X []int }
	Flat          struct{ X int }
	Gen[T any]    struct{ V T }
	Two[K comparable, V any] struct { M map[K]V }
	Names         []string

	Alias         = Deep
	AliasOfAlias  = Alias
	AliasG[T any] = Gen[[]T]
	Phantom[T any] = Flat
	Number        = int
	Numbers       = []int
	Literal       = struct{ A []int; B string }
	LiteralHidden = struct{ n int; B []int }
	Hidden        = unexported
	HiddenG[T any] = unexportedG[T]
	Inside        = in.Money
	InsideG[T any] = in.Box[T]
	InsideFlat    = in.Flat
	HiddenList    = []unexported

	unexported     struct{ X []int }
	unexportedFlat struct{ X int }
	unexportedKey  string
	unexportedG[T any] struct{ V []T }

	// What follows has parts that no other package can write.
	OptFlat    struct{ Opt struct{ n int } }
	OptHidden  struct{ Opt struct{ names []string } }
	OptDeep    struct{ Opt struct{ n int; Names []string } }
	OptFlats   struct{ Opt []struct{ n int } }
	OptDeeps   struct{ Opt []struct{ n int; Names []string } }
	OptPointer struct{ Opt *struct{ n int; Names []string } }
	OptMap     struct{ Opt map[string]struct{ n int; Names []string } }
	OptArray   struct{ Opt [2]struct{ names []string } }
	OptNested  struct{ Opt struct{ In struct{ names map[string]int } } }
	PartFlat   struct{ Part unexportedFlat }
	PartDeep   struct{ Part unexportedTwo }
	PartSlice  struct{ Part []unexportedThree }
	PartFlats  struct{ Part []unexportedFlat }
	InFlat     struct{ Part in.Flat }
	InDeep     struct{ Part in.Deep }
	InSlice    struct{ Part []in.DeepToo }
	InClone    struct{ Part *in.Cloned }
	InValue    struct{ Part in.Cloned }
	Keyed      map[unexportedKey]int
	Flats      []unexportedFlat
	OfDeep     struct{ In OptDeeps }
	Half       struct{ n int; X []int; At *Flat }

	unexportedTwo   struct{ X []int }
	unexportedThree struct{ X []int }
)
`

const farInternal = `package in

type (
	Money      struct{ X []int }
	Box[T any] struct{ V []T }
	Flat       struct{ X int }
	Deep       struct{ X []int }
	DeepToo    struct{ X []int }
	Cloned     struct{ p *int }
)

func (c *Cloned) Clone() *Cloned { return c }
`

// insideTypes are those of an internal package that the domain can import and the generated package can't.
const insideTypes = `package inside

type (
	Money      struct{ X []int }
	Box[T any] struct{ V []T }
	Level      int
	Secret     struct{ X []int }
	SecretToo  int
	SecretAlias = SecretToo
)
`

// domainTypes are those of the domain.
const domainTypes = `
type (
	Own     struct{ X []int }
	side    struct{ X []int }
	grade   int
	pair[T any] struct{ V []T }
	secret  struct{ X int }
	tiny    int

	LocalDeep         = far.Deep
	Local[T any]      = far.Gen[T]
	LocalTwo[K comparable, V any] = far.Two[K, V]
	LocalPart[T any]  = map[string]far.Gen[T]
	LocalAlias        = far.Alias
	LocalNumber       = int
	LocalText         = string
	LocalTime         = time.Time
	LocalLiteral      = struct{ A []int; B far.Alias }
	LocalEmbeds       = struct{ far.Alias; N int }
	Money             = inside.Money
	InsideBox[T any]  = inside.Box[T]
	IntBox            = inside.Box[int]
	Level             = inside.Level
	Side              = side
	Grade             = grade
	Pair[T any]       = pair[T]
	PairOfInts        = pair[int]
	Phantom[T any]    = Own
	Listed            = events.List[int]
	Sides             = []side

	MyHalf   far.Half
	Holds[T any] struct{ Local[T]; far.AliasG[T] }
	unexported struct{ x []int }
)
`

// spelled are payloads of which generated code has to compile.
var spelled = []string{
	// Embedded aliases.
	"Local[int]", "*Local[int]", "Local[Own]", "Local[Side]", "Local[[]Money]", "LocalTwo[string, []Own]", "LocalAlias", "*LocalAlias", "LocalDeep",
	"far.Alias", "*far.Alias", "far.AliasOfAlias", "far.AliasG[int]", "*far.AliasG[string]", "far.Phantom[int]", "Phantom[[]int]", "*Phantom[Own]",
	"far.Number", "*far.Number", "far.Numbers", "LocalNumber", "*LocalNumber", "LocalText", "LocalTime", "far.Literal", "*far.Literal", "LocalLiteral", "LocalEmbeds",
	"*LocalEmbeds", "far.Hidden", "*far.Hidden", "far.HiddenG[int]", "far.Inside", "far.InsideG[Own]", "Money", "*Money", "InsideBox[int]", "InsideBox[Money]",
	"*IntBox", "Level", "Side", "*Side", "Grade", "Pair[string]", "*PairOfInts", "Listed", "LocalPart[int]", "Holds[int]", "*Holds[far.Alias]", "far.LiteralHidden",
	"Money; Level; far.Number; LocalText; far.Inside", "LocalDeep; N int", "far.Gen[int]", "*far.Deep", "far.Names",

	// Named aliases, and literals with embedded ones.
	"F Local[int]", "F []Local[Own]", "F map[string]*LocalAlias", "F Money", "F []Money", "F map[Level]Money", "F *Side", "F [2]Side", "F []*Side", "F map[Grade]Side",
	"F Pair[int]", "F []PairOfInts", "F far.Hidden", "F []far.Inside", "F far.InsideG[int]", "F far.Gen[Money]", "F []far.LiteralHidden", "F *far.LiteralHidden",
	"F map[string]far.LiteralHidden", "F far.Gen[far.LiteralHidden]", "F struct{ far.Alias }", "F struct{ *far.Number; N []int }", "F []struct{ Local[int] }",
	"F LocalEmbeds", "F []LocalEmbeds", "F *LocalLiteral", "F far.Literal", "F Listed", "F events.List[Grade]", "F events.List[Level]", "F []far.AliasG[Money]",
	"F far.InsideFlat", "F []far.InsideFlat", "F map[far.InsideFlat]int", "F Holds[Side]", "F map[[2]Level]int",

	// Types of another module with parts that nobody has to write.
	"F far.OptFlat", "far.OptFlat2", "F far.OptDeep", "F []far.OptDeep", "F far.OptFlats", "F far.PartFlat", "F far.PartFlats", "F far.InFlat", "F far.InValue",
	"F struct{ X far.OptDeep }", "F MyHalf", "F []*MyHalf", "MyHalf", "far.Half", "F far.Half", "F far.Gen[far.OptDeep]",
}

// unspelled are payloads with a part that generated code can't write: what is said of them, at the field.
var unspelled = map[string]string{
	"F far.OptHidden":            "F.Opt: hidden pointers",
	"F far.OptArray":             "F.Opt[…]: hidden pointers",
	"F []far.OptNested":          "F[…].Opt.In: hidden pointers",
	"F far.OptDeeps":             "field F leads to struct{ Names []string; ... }, which has unexported fields and no name",
	"F *far.OptPointer":          "field F leads to struct{ Names []string; ... }, which has unexported fields and no name",
	"F far.OptMap":               "field F leads to struct{ Names []string; ... }, which has unexported fields and no name",
	"F map[int][]far.OfDeep":     "field F leads to struct{ Names []string; ... }, which has unexported fields and no name",
	"F far.PartDeep":             "field F leads to far.unexportedTwo, which is not exported",
	"F far.PartSlice":            "field F leads to far.unexportedThree, which is not exported",
	"F far.InDeep":               "field F leads to in.Deep, which belongs to the internal package example.org/far/internal/in",
	"F far.InSlice":              "field F leads to in.DeepToo, which belongs to the internal package example.org/far/internal/in",
	"F far.InClone":              "field F leads to in.Cloned, which belongs to the internal package example.org/far/internal/in",
	"F far.Keyed":                "field F leads to far.unexportedKey, which is not exported",
	"F far.Flats":                "field F leads to far.unexportedFlat, which is not exported",
	"F MyFlat":                   "field Opt leads to struct{ ... }, which has unexported fields and no name",
	"F *MyDeep":                  "field Opt leads to struct{ Names []string; ... }, which has unexported fields and no name",
	"far.OptFlat":                "field Opt leads to struct{ ... }, which has unexported fields and no name",
	"*far.PartFlat":              "field Part leads to far.unexportedFlat, which is not exported",
	"far.InFlat":                 "field Part leads to in.Flat, which belongs to the internal package example.org/far/internal/in",
	"far.PartFlats":              "field Part leads to far.unexportedFlat, which is not exported",
	"inside.Secret":              "field Secret has a type of the internal package example.com/case/x/inside/internal",
	"*inside.Secret":             "field Secret has a type of the internal package example.com/case/x/inside/internal",
	"inside.SecretAlias":         "field SecretAlias has a type of the internal package example.com/case/x/inside/internal",
	"F inside.SecretAlias":       "field F has a type of the internal package example.com/case/x/inside/internal",
	"F far.Gen[inside.Secret]":   "field F has a type of the internal package example.com/case/x/inside/internal",
	"F []far.Gen[secret]":        "field F has the unexported type domain.secret",
	"Local[secret]":              "field Local has the unexported type domain.secret",
	"far.Phantom[secret]":        "field Phantom has the unexported type domain.secret",
	"F []tiny":                   "field F has the unexported type domain.tiny",
	"F Tinies":                   "field F has the unexported type domain.tiny",
	"F far.Gen[Closed]":          "field x is not exported: all fields of a payload are exported",
	"F far.Gen[struct{ x int }]": "field F has the type struct{ x int } with unexported names",
	"LocalClosed":                "field x is not exported: all fields of a payload are exported",
}

// spellingCase is a module whose domain has an event of each of these bodies, and one line for it.
func spellingCase(t *testing.T, more string, bodies []string) (dir string, first int) {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	module(t, dir, "example.com/case", "\nrequire example.org/far v0.0.0\n\nreplace example.org/far => ./far\n")
	put(t, filepath.Join(dir, "far/go.mod"), []byte("module example.org/far\n\ngo 1.26\n"))
	put(t, filepath.Join(dir, "far/far.go"), []byte(farTypes+"\ntype OptFlat2 = struct{ N int }\n"))
	put(t, filepath.Join(dir, "far/internal/in/in.go"), []byte(farInternal))
	put(t, filepath.Join(dir, "x/inside/internal/inside.go"), []byte(insideTypes))
	head := "package domain\n\nimport (\n\t\"time\"\n\n\tinside \"example.com/case/x/inside/internal\"\n\t\"example.org/far\"\n\t\"github.com/busgen/busgen/events\"\n)\n" +
		domainTypes + more + "\n"
	var events strings.Builder
	for i, body := range bodies {
		fmt.Fprintf(&events, "//busgen:event\ntype E%d struct { %s }\n", i, body)
	}
	put(t, filepath.Join(dir, "x/inside/domain/a.go"), []byte(head+events.String()))
	return dir, strings.Count(head, "\n") + 2
}

// TestSpelling: generated code writes types of every kind as the domain does, and compiles.
func TestSpelling(t *testing.T) {
	dir, _ := spellingCase(t, "", spelled)
	s := &scenario{dir: dir}
	code, _, stderr := s.run("./x/inside/domain", "-out", "../../../generated")
	require.Zero(t, code, stderr)
	s.goRun(t, "vet", "./...")
}

// TestUnspellable: what generated code can't write is a finding at the field that leads there, and there is one for each.
func TestUnspellable(t *testing.T) {
	bodies := slices.Sorted(maps.Keys(unspelled))
	dir, first := spellingCase(t, "\ntype (\n\tTinies = []tiny\n\tClosed struct{ x int }\n\tLocalClosed = struct{ x int }\n\tMyFlat far.OptFlat\n\tMyDeep far.OptDeep\n)\n", bodies)
	s := &scenario{dir: dir}
	code, _, stderr := s.run("./x/inside/domain", "-out", "../../../generated")
	require.Equal(t, exitFindings, code)
	for i, body := range bodies {
		at := fmt.Sprintf("\nx/inside/domain/a.go:%d:", first+2*i)
		where := strings.Count("\n"+stderr, at)
		if want := unspelled[body]; strings.HasPrefix(want, "field x ") || strings.Contains(body, "My") { // where the type is declared
			require.Contains(t, stderr, want, body)
		} else {
			require.Equal(t, 1, where, "%s\n%s", body, stderr)
			_, after, _ := strings.Cut("\n"+stderr, at)
			line, _, _ := strings.Cut(after, "\n")
			require.Contains(t, line, want, body)
		}
	}
	require.NotContains(t, "\n"+stderr, "\nfar/", "no finding is in another module")
	_, err := os.Stat(filepath.Join(dir, "generated"))
	require.ErrorIs(t, err, os.ErrNotExist)
}
