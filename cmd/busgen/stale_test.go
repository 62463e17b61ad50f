package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// staleProgram writes staleFiles and generates for them.
func staleProgram(t *testing.T) (*program, *compiler) {
	p := newProgram(t)
	module(t, p.dir, "example.com/case", "\nrequire corp/far v0.0.0\n\nreplace corp/far => ./far\n")
	put(t, filepath.Join(p.dir, "far/go.mod"), []byte("module corp/far\n\ngo 1.26\n"))
	for name, text := range staleFiles {
		p.put(name, text)
	}
	p.generate()
	p.wire()
	return p, newCompiler(t, p.dir, map[string]string{"example.com/case": p.dir, "corp/far": filepath.Join(p.dir, "far")})
}

// wire generates the wired bus.
func (p *program) wire() {
	p.t.Helper()
	code, _, stderr := p.run("./app")
	require.Zero(p.t, code, stderr)
}

// change is one edit of staleFiles.
type change struct{ file, from, to string }

// make makes the change, and returns a function that takes it back.
func (p *program) make(c change) (undo func()) {
	p.t.Helper()
	before := staleFiles[c.file]
	require.Equal(p.t, 1, strings.Count(before, c.from), c.from)
	p.put(c.file, strings.Replace(before, c.from, c.to, 1))
	return func() { p.put(c.file, before) }
}

// TestStaleCompiles: code that is not stale compiles, however odd the names.
func TestStaleCompiles(t *testing.T) {
	t.Parallel()
	p, c := staleProgram(t)
	output, err := p.build()
	require.NoError(t, err, output)
	require.Empty(t, c.check())
}

// typeChanges are changes of types that payloads are made of.
var typeChanges = []change{
	{"domain/a.go", "Gen[T any] struct{ V []T }", "Gen[T any] struct{ V, L []T }"},
	{"domain/a.go", "Gen[T any] struct{ V []T }", "Gen[T any] struct{ V []*T }"},
	{"domain/a.go", "struct{ M map[K]V }", "struct{ M map[K]V; L *V }"},
	{"domain/a.go", "struct{ N int; At []int }", "struct{ N int; L []int }"},
	{"domain/a.go", "Moment time.Time", "Moment []int"},
	{"domain/a.go", "Moment time.Time", "Moment struct{ L []int }"},
	{"domain/a.go", "far.Box[T]\n", "far.Box[[]T]\n"},
	{"domain/a.go", "Level int8", "Level float64"},
	{"far/far.go", "Rank string", "Rank []byte"},
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
	{"domain/b.go", "Order struct {", "Order2 struct {"},
	{"domain/b.go", "Inside struct{ Depth int }", "Inside struct{ Height int }"},
}

// capabilityChanges give payloads capabilities, or take them away.
var capabilityChanges = []change{
	{"domain/b.go", "// Lot has", "func (Order) Weight() int { return 0 }\n\n// Lot has"},
	{"domain/b.go", "// Lot has", "func (*Order) Weight() int { return 0 }\n\n// Lot has"},
	{"domain/b.go", "// Lot has", "func (Inside) Weight() int { return 0 }\n\n// Lot has"},
	{"parts/p.go", "type Heavy ", "func (Base) Weight() int { return 0 }\n\ntype Heavy "},
	{"domain/b.go", "// Lot has", "func (Lot) Currency() string { return \"\" }\n\n// Lot has"},
	{"domain/b.go", "// Lot has", "func (Weight) Weight() int { return 0 }\n\n// Lot has"},
	{"domain/b.go", "Weight() float64 { return float64(s.Max) }", "Weight() int { return s.Max }"},
	{"domain/b.go", "Parcel struct{ Weight int }", "Parcel struct{ weight int }\n\nfunc (Parcel) Weight() int { return 0 }"},
	{"domain/b.go", "// Lot has", "func (Order) Grade() int { return 0 }\n\n// Lot has"},
	{"domain/b.go", "func (Bond) Currency() string { return \"EUR\" }", ""},
	{"domain/b.go", "func (Bond) Currency() string { return \"EUR\" }", "func (Bond) Currency() int { return 0 }"},
	{"domain/b.go", "	Currency() string\n", ""},
	{"domain/b.go", "	Currency() string\n", "	Currency() string\n	Rate() int\n"},
	{"domain/b.go", "	Currency() string\n", "	Currency() any\n"},
	{"domain/b.go", "Inside struct{ Depth int }", "Inside struct {\n	Depth int\n	Tagged\n}"},
	{"domain/b.go", "	Tagged\n", ""},
	{"domain/b.go", "	Tagged\n", "	Tag Tagged\n"},
}

// hidingChanges give structs methods under the names of fields that they have from embedded ones.
var hidingChanges = []change{
	{"domain/b.go", "// Lot has", "func (Bond) Tag() string { return \"\" }\n\n// Lot has"},
	{"domain/b.go", "// Lot has", "func (*Order) Depth() {}\n\n// Lot has"},
	{"parts/p.go", "type Heavy ", "func (Base) Depth() int { return 0 }\n\ntype Heavy "},
}

// consumerChanges change what consumers take.
var consumerChanges = []change{
	{"app/a.go", "type sixth ", "func (*first) OnBond(generated.BondEvent) {}\n\ntype sixth "},
	{"app/a.go", "type sixth ", "func (first) OnBond(generated.Bond) {}\n\ntype sixth "},
	{"app/a.go", "type sixth ", "func (*first) OnPriced(generated.PricedEvent) {}\n\ntype sixth "},
	{"app/a.go", "type sixth ", "func (*first) OnEvent(events.Event) {}\n\ntype sixth "},
	{"app/a.go", "type sixth ", "func (*first) OnBeginBlock(events.BeginBlock) {}\n\ntype sixth "},
	{"app/a.go", "type sixth ", "func (deeper) OnTagged(generated.TaggedEvent) {}\n\ntype sixth "},
	{"app/a.go", "type base struct{ deeper }", "type base struct{ deeper; generated.BondConsumer }"},
	{"app/a.go", "type base struct{ deeper }", "type base struct{ deeper; *second }"},
	{"app/a.go", "func (*first) OnOrder(generated.OrderEvent) {}", ""},
	{"app/a.go", "func (*first) OnOrder(generated.OrderEvent) {}", "func (*first) OnOrder(generated.Order) {}"},
	{"app/a.go", "func (second) OnOrder(generated.Order) {}", "func (second) OnOrder(generated.OrderEvent) {}"},
	{"app/a.go", "struct{ OnLot func() }", "struct{}\n\nfunc (*second) OnLot(generated.LotEvent) {}"},
	{"app/a.go", "func (*lone[T]) OnEndBlock(events.EndBlock) {}", ""},
	{"app/a.go", "type sixth ", "func (*fourth[T]) OnOrder(generated.Order) {}\n\ntype sixth "},
	{"app/a.go", "*fourth[map[string][]int]", "*fourth[map[string]int]"},
	{"app/a.go", "type another = *fifth", "type another = *sixth"},
	{"app/a.go", "type sixth ", "func (*OnEvent) OnOrder(generated.Order) {}\n\ntype sixth "},
	{"app/a.go", "type sixth ", "func (*third) OnOrder(generated.Order) {}\n\ntype sixth "},
	{"plug/plug.go", "Talker interface{", "Talker interface{ OnLot(generated.LotEvent);"},
	{"plug/plug.go", "type Quiet ", "func (*Listener) OnLot(generated.LotEvent) {}\n\ntype Quiet "},
	{"plug/plug.go", "type Quiet ", "func (*quiet) OnLot(generated.LotEvent) {}\n\ntype Quiet "},
	{"app/a.go", "	Rest   *generated.Router\n", ""},
	{"app/a.go", "	First  *first \"tag\"\n	second *second\n", "	second *second\n	First  *first \"tag\"\n"},
}

// TestStaleDoesNotCompile: after each change the stale code does not compile, with the name run_go_generate among the first errors.
func TestStaleDoesNotCompile(t *testing.T) {
	t.Parallel()
	p, c := staleProgram(t)
	for _, change := range slices.Concat(typeChanges, capabilityChanges, hidingChanges, consumerChanges) {
		undo := p.make(change)
		found := strings.Join(c.check(), "\n")
		require.Contains(t, found, "run_go_generate", "%v", change)
		where := "case/generated/0_guard.go"
		if strings.HasPrefix(change.file, "app/") || strings.HasPrefix(change.file, "plug/") {
			where = "case/app/consumers_bus.go"
		}
		require.Contains(t, found, where, "%v", change)
		undo()
	}
	require.Empty(t, c.check())
	for _, list := range [][]change{typeChanges, capabilityChanges, hidingChanges, consumerChanges} {
		undo := p.make(list[0])
		output, err := p.build()
		require.Error(t, err)
		require.Contains(t, output, "run_go_generate", "the go command says the same")
		undo()
	}
}

// TestStaleVocabulary: a wired bus does not compile after the numbers, events or capabilities of its generated package have changed.
func TestStaleVocabulary(t *testing.T) {
	t.Parallel()
	p, c := staleProgram(t)
	stale := func(what string) {
		t.Helper()
		found := strings.Join(c.check(), "\n")
		require.Contains(t, found, "run_go_generate_events", what)
		require.Contains(t, found, "case/app/consumers_bus.go", what)
		require.NotContains(t, found, "case/generated", what)
	}
	domain := staleFiles["domain/b.go"]
	for _, change := range [][2]string{
		{"type Lot struct{ Size int }", "type Lot struct{ Tagged; Size int }"},
		{"// Lot has", "func (Order) Weight() int { return 0 }\n\n//busgen:event\ntype New struct{}\n\n// Lot has"},
		{"//busgen:event\ntype Twice", "type Twice"},
	} {
		require.Contains(t, domain, change[0])
		domain = strings.Replace(domain, change[0], change[1], 1)
		p.put("domain/b.go", domain)
		p.generate()
		stale(change[1])
		p.wire()
		require.Empty(t, c.check())
	}
	numbers := p.read("generated/busgen.lock")
	require.NoError(t, os.RemoveAll(filepath.Join(p.dir, "generated")))
	p.generate()
	require.NotEqual(t, numbers, p.read("generated/busgen.lock"), "what was retired is forgotten")
	stale("numbers")
	p.wire()
	require.Empty(t, c.check())
}

// TestStaleUnseen: these changes are those that a compiler cannot see. busgen check does.
func TestStaleUnseen(t *testing.T) {
	t.Parallel()
	p, c := staleProgram(t)
	for _, change := range []struct {
		change
		of string // what check is asked about
	}{
		{change{"domain/b.go", "// Lot has one", "// Lot has just one"}, "./domain"},
		{change{"domain/b.go", "// Lot has", "//busgen:event\ntype New struct{}\n\n// Lot has"}, "./domain"},
		{change{"domain/b.go", "type Inside", "//busgen:capability\ntype Inside"}, "./domain"},
		{change{"far/far.go", "	Shown  int", "	Shown  int\n	More   int"}, "./domain"},
		{change{"far/far.go", "	Number int", "	Number int\n	More   int"}, "./domain"},
		{change{"far/far.go", "Rank string", "Rank = string"}, "./domain"},
		{change{"parts/p.go", "func (Heavy) Weight() int { return 1 }", ""}, "./domain"},
		{change{"app/a.go", "func (*lone[T])", "func (*lone[T]) OnOrder(generated.Order) {}\n\nfunc (*lone[T])"}, "./app"},
	} {
		undo := p.make(change.change)
		require.Empty(t, c.check(), "%v", change)
		code, diff, stderr := p.run("check", change.of)
		require.Equal(t, exitFindings, code, "%v", change)
		require.NotEmpty(t, diff, "%v: %s", change, stderr)
		undo()
	}
}

// TestStaleHarmless: code compiles and is current after changes that do not matter to it.
func TestStaleHarmless(t *testing.T) {
	t.Parallel()
	p, c := staleProgram(t)
	for _, change := range []change{
		{"domain/b.go", "// Lot has", "func (Order) Value() int { return 0 }\n\n// Lot has"},
		{"domain/b.go", "Parcel struct{ Weight int }", "Parcel struct{ Weight int `json:\"weight\"` }"},
		{"app/a.go", "type sixth ", "func (*first) Total() int { return 0 }\n\ntype sixth "},
		{"app/a.go", "type sixth struct{}", "type sixth struct{ n int }"},
		{"far/far.go", "	hidden int", "	hidden bool"},
		{"domain/a.go", "amount struct{ N int; At []int }\n\ntype Amount = amount", "sum struct{ N int; At []int }\n\ntype Amount = sum"},
	} {
		undo := p.make(change)
		require.Empty(t, c.check(), "%v", change)
		for _, of := range []string{"./domain", "./app"} {
			code, diff, stderr := p.run("check", of)
			require.Zero(t, code, "%v\n%s%s", change, diff, stderr)
		}
		undo()
	}
}
