package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// The names of fields and methods: few, so that promoted ones hide each other or are ambiguous, and odd ones.
var (
	plainFields = []string{"Size", "Note", "Total", "Names", "Legs", "Rate", "State", "Side", "Owner", "Extra"}
	oddFields   = []string{
		"Größe", "Δ", "Ab_c", "X_", "TYPE", "Func", "Range", "Map", "Len", "At", "All", "Get", "Header", "Kind", "Keep", "Kept", "String_", "Error", "P", "V", "Lent",
		"Event", "Router", "Clone_", "Sequence", "NAMES", "Nil", "Int", "Copy", "Check", "Own", "Slice", "É",
	}
	plainTypes = []string{"Part", "Leg", "Item", "Book", "Page", "Shelf", "Room", "House", "Street", "Town", "Road", "River", "Lake", "Tree", "Leaf", "Root", "Stone"}
	oddTypes   = []string{
		"PART", "PaRt", "Größe", "Δ", "Type_", "Func", "Map", "Slice", "Cell", "Lane", "Slot", "Row", "Entry", "Block", "Any", "Int", "Error",
		"Len", "Range", "Lent", "Events", "Mux", "Time", "Copy", "Test", "Main", "Windows", "Part_test", "A", "E", "V", "T", "P", "Check", "Chunk", "Nil", "Ñu", "Init",
		"Consumer", "View", "PartView", "NewPart", "Candidate", "Table", "TreeCopy", "Linux",
	}
	clashing      = []string{"Keep", "Kind", "String", "Header", "Event", "Router", "Emitter", "TreeView", "NewTree", "LeafConsumer", "Visitor", "BeginBlock"}
	methodResults = map[string]string{"Price": "int", "Label": "string", "Weight": "float64", "Since": "@time.Time", "Size": "int", "Owner": "string",
		"Tags": "[]string", "Ident": "@opaque.ID"}
	methodNames  = []string{"Price", "Label", "Weight", "Since", "Size", "Owner", "Tags", "Ident"}
	sharing      = map[string]string{"Tags": " //busgen:shared"}
	packageNames = []string{"events", "mux", "any2", "cell", "lane", "run", "v2", "generated", "slices", "time", "lent", "Σ", "h", "err", "payloads", "string_"}
)

// maker makes a world.
type maker struct {
	world
	at    *pkg
	types []usable
	taken map[string]bool // names of types, in all packages whose names meet in generated code
	self  string          // the struct being made, to which its fields may refer
	vars  []string        // its type parameters
}

// usable is a type that is declared already.
type usable struct {
	text   string
	embeds string // the name under which it can be embedded, if it can
	key    bool   // it can be the key of a map
	params int    // the type arguments that it needs
	number bool   // they are numbers or strings
}

func (m *maker) pick(from ...string) string { return from[m.IntN(len(from))] }

// chance is true once in n times.
func (m *maker) chance(n int) bool { return m.IntN(n) == 0 }

// fieldName returns a name that is not taken; none if it happens to be.
func (m *maker) fieldName(d *decl) string {
	name := m.pick(plainFields...)
	if m.chance(8) {
		name = m.pick(oddFields...)
	}
	if slices.Contains(d.names(), name) {
		return ""
	}
	return name
}

// typeName returns a name that is not taken.
func (m *maker) typeName() string {
	for n := 0; ; n++ {
		name := m.pick(plainTypes...)
		if m.chance(5) {
			name = m.pick(oddTypes...)
		}
		if m.chance(80) {
			name = m.pick(clashing...)
		}
		if n > 20 {
			name += fmt.Sprint(n)
		}
		if !m.taken[name] {
			m.taken[name] = true
			return name
		}
	}
}

// typ writes a type.
func (m *maker) typ(depth int) string {
	if depth > 3 {
		return m.basic()
	}
	next := func() string { return m.typ(depth + 1) }
	switch m.IntN(20) {
	case 0, 1:
		return "[]" + next()
	case 2:
		return "map[" + m.key() + "]" + next()
	case 3:
		return "*" + next()
	case 4:
		return fmt.Sprintf("[%d]%s", m.IntN(3), next())
	case 5:
		return "struct{ A " + next() + "; " + m.pick("B", "Größe", "Len") + " " + next() + " }"
	case 6:
		if m.self != "" {
			return m.pick("[]", "*", "map[string]", "[]*", "map[int]*") + m.self
		}
	case 7, 8, 9, 10, 11:
		if len(m.types) > 0 {
			return m.instance(m.types[m.IntN(len(m.types))], depth)
		}
	case 12:
		return m.pick("@time.Time", "@udecimal.Decimal", "@events.List[int]", "@netip.Addr", "@time.Duration", "*@big.Int", "@big.Int", "@events.List[string]",
			"@netip.Prefix", "@json.RawMessage", "@sql.NullInt64", "map[@netip.Addr]@sql.NullInt64")
	case 13:
		return m.pick("@opaque.Message", "*@opaque.Message", "@opaque.Shape", "@opaque.Blob", "*@opaque.Blob", "@opaque.Cloner", "*@opaque.Cloner", "@opaque.Deep", "*@opaque.Deep", "@opaque.Half", "@opaque.Odd")
	case 14, 15:
		if len(m.vars) > 0 {
			return m.pick(m.vars...)
		}
	}
	return m.basic()
}

// instance writes a usable type, with arguments if it is generic.
func (m *maker) instance(u usable, depth int) string {
	if u.params == 0 {
		return u.text
	}
	args := []string{m.key()} // what a type parameter needs at most is to be comparable, or a number or string
	if u.number {
		args[0] = m.pick("int", "string", "@opaque.ID")
	}
	for range u.params - 1 {
		args = append(args, m.typ(depth+2))
	}
	return u.text + "[" + strings.Join(args, ", ") + "]"
}

func (m *maker) basic() string {
	return m.pick("int", "string", "bool", "float64", "uint8", "int64", "[]byte", "[]string", "int32", "uint64", "float32", "rune", "uint16", "complex128", "*int")
}

// key writes a type that has an order.
func (m *maker) key() string {
	var keys []string
	for _, u := range m.types {
		if u.key {
			keys = append(keys, u.text)
		}
	}
	if len(keys) > 0 && m.chance(2) {
		return m.pick(keys...)
	}
	return m.pick("string", "int8", "bool", "float64", "[2]int", "@time.Time", "struct{ K string }", "uint16", "@netip.Addr", "@opaque.ID", "@opaque.Rank", "[2]@opaque.Rank", "struct{ R @opaque.Rank; N bool }")
}

// fill gives a struct its fields.
func (m *maker) fill(d *decl, embeds, fields int) {
	for range embeds {
		u := m.types[m.IntN(len(m.types))]
		if u.embeds == "" || slices.Contains(d.names(), u.embeds) {
			continue
		}
		text := m.instance(u, 2)
		if m.chance(12) {
			text = "*" + text
		}
		d.fields = append(d.fields, field{name: u.embeds, typ: text, embedded: true})
	}
	for range fields {
		if name := m.fieldName(d); name != "" {
			f := field{name: name, typ: m.typ(0), doc: m.comment("\t")}
			if m.chance(8) {
				f.note = " `db:\"x\"`" + m.pick("", " // It is a note.", " /* It is one. */")
			}
			if m.chance(25) && len(m.vars) == 0 {
				f.doc, f.typ = f.doc+"//busgen:shared\n\t", m.pick("any", "error", "func()", "chan int", f.typ)
				f.note = " `random:\"shared\"`"
			}
			d.fields = append(d.fields, f)
		}
	}
	m.Shuffle(len(d.fields), func(i, j int) { d.fields[i], d.fields[j] = d.fields[j], d.fields[i] })
}

// remarks are lines of comments that mean something to gofmt, to the go command or to busgen.
var remarks = []string{
	"It is one.", "", "\tcode", "  - an item", " 1. an item", "# A heading", "Code generated by hand. DO NOT EDIT.", "Deprecated: use another one.", "[Part] is a link.",
	"[it]: https://example.com", "go:build ignore", "go:embed x", "\"quoted\" `too` %d %s ''", "Größe: 3 €", "busgen is a name", "NOTE(x): y", "-----", "a*/b", "*  not a list",
}

// comment writes a comment; mostly none.
func (m *maker) comment(indent string) (text string) {
	if !m.chance(6) {
		return ""
	}
	for range 1 + m.IntN(5) {
		text += strings.TrimRight("// "+m.pick(remarks...), " ") + "\n" + indent
	}
	return text
}

// give gives a type methods: some are those of capabilities, some hide promoted fields.
func (m *maker) give(d *decl) {
	for range m.IntN(3) {
		name := m.pick(methodNames...)
		if slices.Contains(d.names(), name) {
			continue
		}
		one := method{name: name, result: methodResults[name]}
		switch m.IntN(16) {
		case 0:
			one.result = "bool"
		case 1:
			one.params = "int"
		case 2:
			one.pointer = true
		}
		d.methods = append(d.methods, one)
	}
}

func newMaker(seed uint64, name string) *maker {
	return &maker{world: world{Rand: rand.New(rand.NewPCG(seed, 11)), name: name}, taken: map[string]bool{}}
}
