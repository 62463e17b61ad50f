package wire

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// Input is the input of Build.
type Input struct {
	Loaded *load.Wiring
	Marks  []directive.Mark
	Fresh  map[string][]byte // generated files that are not on disk yet, by absolute path
	// Generated are the import paths of the generated packages that the package depends on.
	Generated []string
	// Reach reports whether the package may import another one. The zero value lets it import all.
	Reach func(path string) bool
}

// Build finds the calls of each wired bus of a package. It returns the buses in the order of the source. A bus without Generated has errors.
func Build(in Input) ([]*Bus, diag.List) {
	b := &builder{
		Input: in, origins: &origins{from: in.Loaded, fresh: in.Fresh, known: map[string]bool{}},
		words: map[string]*vocabulary{},
	}
	var buses []*Bus
	for _, mark := range in.Marks {
		if mark.Name == directive.Wire {
			if bus := b.bus(mark); bus != nil {
				buses = append(buses, bus)
			}
		}
	}
	b.files(buses)
	return buses, b.list
}

type builder struct {
	Input
	*origins
	words map[string]*vocabulary // by import path
	list  diag.List
}

// bus reads one struct.
func (b *builder) bus(mark directive.Mark) *Bus {
	obj, ok := b.Loaded.Info.Defs[mark.Spec.Name].(*types.TypeName)
	if !ok {
		return nil // the type checker has reported it
	}
	bus := &Bus{Struct: obj.Name(), Pos: b.Loaded.Fset.Position(obj.Pos()),
		Partial: mark.Args == directive.Partial}
	under, ok := obj.Type().Underlying().(*types.Struct)
	switch {
	case !ok:
		b.fail(bus.Pos, fmt.Sprintf("%s is for a struct; %s is not one", mark.Entry, bus.Struct), "declare "+bus.Struct+" as a struct of consumers")
		return bus
	case mark.Spec.TypeParams.NumFields() > 0:
		b.fail(bus.Pos, fmt.Sprintf("wired struct %s has type parameters", bus.Struct),
			"a wired bus calls concrete consumers: declare a struct for each instance")
		return bus
	case under.NumFields() == 0:
		b.fail(bus.Pos, fmt.Sprintf("wired struct %s has no fields", bus.Struct),
			"give it a field for each consumer, a pointer to its type, in the order of the calls")
		return bus
	}
	clash := b.clashes(bus)
	consumers := b.consumers(bus, under)
	v := b.speaks(bus, consumers)
	if v == nil {
		return bus
	}
	b.calls(bus, v, consumers)
	bus.Vocabulary = v.words()
	if b.reaches(bus, v) && !clash {
		bus.Generated = Package{v.pkg.Path(), v.pkg.Name()}
	}
	return bus
}

// reaches reports payloads that the bus must name, but can't.
func (b *builder) reaches(bus *Bus, v *vocabulary) bool {
	before := len(b.list)
	var told []string
	for _, e := range v.events {
		if path := e.payload.Obj().Pkg().Path(); !slices.Contains(told, path) {
			told = append(told, path)
			b.reach(bus, path)
		}
	}
	return len(b.list) == before
}

func (b *builder) reach(bus *Bus, path string) bool {
	if b.Reach == nil || b.Reach(path) {
		return true
	}
	b.fail(bus.Pos, fmt.Sprintf("the bus of %s must import %s, which is internal to other packages", bus.Struct, path),
		"move "+bus.Struct+" to a package that may import it")
	return false
}

func (b *builder) fail(pos token.Position, message, hint string, related ...diag.Related) {
	b.list.Add(diag.Diagnostic{Pos: pos, Message: message, Hint: hint, Related: related})
}

// clashes reports names of the bus that the package has already.
func (b *builder) clashes(bus *Bus) (clash bool) {
	for _, name := range []string{bus.Name(), bus.Constructor()} {
		if taken := b.Loaded.Types.Scope().Lookup(name); taken != nil {
			clash = true
			b.fail(b.Loaded.Fset.Position(taken.Pos()),
				fmt.Sprintf("%s is declared here, and the bus of %s needs the name", name, bus.Struct),
				fmt.Sprintf("rename it, or rename %s", bus.Struct),
				diag.Related{Pos: bus.Pos, Message: "wired struct " + bus.Struct})
		}
	}
	return clash
}

// files reports structs whose buses would be in one file.
func (b *builder) files(buses []*Bus) {
	first := map[string]*Bus{}
	for _, bus := range buses {
		name := strings.ToLower(strings.ReplaceAll(bus.Struct, "_", ""))
		if other := first[name]; other != nil {
			b.fail(bus.Pos, fmt.Sprintf("the buses of %s and %s would be in one file", bus.Struct, other.Struct), "rename "+bus.Struct,
				diag.Related{Pos: other.Pos, Message: "wired struct " + other.Struct})
			continue
		}
		first[name] = bus
	}
}

// speaks finds the generated package whose events a struct's consumers take, and reads its vocabulary.
func (b *builder) speaks(bus *Bus, consumers []*consumer) *vocabulary {
	var first *mention
	for _, c := range consumers {
		for _, m := range b.mentions(c) {
			switch {
			case first == nil:
				first = &m
			case m.pkg.Path() != first.pkg.Path():
				b.fail(m.pos, fmt.Sprintf("the consumers of %s take events of two generated packages, %s and %s", bus.Struct, first.pkg.Path(), m.pkg.Path()),
					"declare a struct for each: a bus carries the events of one package",
					diag.Related{Pos: first.pos, Message: fmt.Sprintf("%s takes events of %s", first.what, first.pkg.Path())})
				return nil
			}
		}
	}
	if first == nil {
		return b.silent(bus, consumers)
	}
	if !b.reach(bus, first.pkg.Path()) {
		return nil
	}
	return b.vocabulary(first.pkg.Path())
}

// silent handles a struct whose consumers take no event. If only one generated package is possible, it reports the misspelt methods;
// otherwise only that no method fits.
func (b *builder) silent(bus *Bus, consumers []*consumer) *vocabulary {
	if len(consumers) == 0 {
		return nil // each field has been reported
	}
	before := len(b.list)
	var meant []*vocabulary
	for _, path := range b.Generated {
		if v := b.vocabulary(path); v != nil {
			meant = append(meant, v)
		}
	}
	if len(meant) == 1 {
		b.calls(&Bus{Struct: bus.Struct}, meant[0], consumers)
	}
	if len(b.list) == before {
		b.fail(bus.Pos, fmt.Sprintf("no consumer of %s takes an event, so the generated package of %s is unknown", bus.Struct, bus.Name()),
			"write a method such as OnTrade(generated.TradeEvent), or add a field Router *generated.Router")
	}
	return nil
}

// vocabulary reads a generated package once. It returns nil if busgen did not generate the package.
func (b *builder) vocabulary(path string) *vocabulary {
	if v, ok := b.words[path]; ok {
		return v
	}
	pkg, err := b.Loaded.Import(path)
	runtime, missing := b.Loaded.Import(EventsPath)
	if err != nil || missing != nil {
		return nil // the load has reported it
	}
	v := read(pkg, runtime)
	b.words[path] = v
	return v
}
