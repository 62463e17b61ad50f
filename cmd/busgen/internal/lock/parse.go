package lock

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

const retiredMark = "retired"

const brokenHint = "restore the committed version of the file, and run go generate ./..."

const mergeHint = "run go generate ./... in the module of the domain: it resolves conflicts in the lock"

// Parse reads a lock as busgen writes it; name is its path, for the positions. A lock that needs a run after a merge is an error. If there
// is any diagnostic, the file must not be used.
func Parse(name string, text []byte) (*File, diag.List) {
	l, list := read(name, string(text))
	if len(list) > 0 {
		return nil, list
	}
	if l.conflict > 0 {
		return nil, diag.List{{Pos: at(name, l.conflict), Message: "merge conflict", Hint: mergeHint}}
	}
	return l.strict(name)
}

// lines is the content of a lock as it is written. Numbers and names may contradict each other.
type lines struct {
	sources  []numbered
	events   []*claim
	index    map[claimKey]*claim // of events
	conflict int                 // the line of the first conflict; 0 if there is none
	last     int                 // the number of lines
}

// read parses a lock, each side of its conflicts.
func read(name, text string) (*lines, diag.List) {
	s, list := split(name, text)
	if len(list) > 0 {
		return nil, list
	}
	l := &lines{conflict: s.conflict, index: map[claimKey]*claim{}}
	texts := [][]numbered{s.ours}
	if l.conflict > 0 {
		texts = append(texts, s.theirs)
	}
	for _, side := range texts {
		p := &parser{name: name, into: l}
		p.read(side)
		list.Append(p.list)
	}
	if s.based {
		ancestor := &lines{index: map[claimKey]*claim{}}
		p := &parser{name: name, into: ancestor}
		p.read(s.base) // with several ancestors, it has conflicts of its own; those lines are not needed
		ancestral(l.events, ancestor.events)
	}
	shared(l.events, len(texts))
	return l, list.Sorted()
}

// shared notes which claims all sides make.
func shared(claims []*claim, sides int) {
	for _, c := range claims {
		c.common = c.sides == sides
		shared(c.fields, sides)
	}
}

// ancestral notes which claims the common ancestor makes too.
func ancestral(claims, ancestor []*claim) {
	for _, c := range claims {
		if i := slices.IndexFunc(ancestor, c.same); i >= 0 {
			c.base = true
			ancestral(c.fields, ancestor[i].fields)
		}
	}
}

// strict returns the file, and its contradictions.
func (l *lines) strict(name string) (*File, diag.List) {
	f := &File{}
	for _, s := range l.sources {
		f.sources = append(f.sources, s.text)
	}
	list := contradictions(name, nil, l.events)
	for _, c := range l.events {
		list.Append(contradictions(name, c, c.fields))
		e := event{entry: c.entry()}
		for _, field := range c.fields {
			e.fields = append(e.fields, field.entry())
		}
		f.add(e)
	}
	return f, list
}

// contradictions reports numbers with two names, and names with two numbers. owner is the event whose fields are compared; nil for events.
func contradictions(name string, owner *claim, claims []*claim) diag.List {
	var list diag.List
	numbers, names := map[uint32]*claim{}, map[string]*claim{}
	add := func(c, before *claim, format string, args ...any) {
		list.Add(diag.Diagnostic{
			Pos: at(name, c.line), Message: fmt.Sprintf(format, args...),
			Related: []diag.Related{{Pos: at(name, before.line), Message: "first used here"}}, Hint: mergeHint,
		})
	}
	for _, c := range claims {
		what, prefix := "event "+c.name, ""
		if owner != nil {
			what, prefix = fmt.Sprintf("field %s of %s", c.name, owner.name), fmt.Sprintf("%d.", owner.number)
		}
		if before := numbers[c.number]; before != nil {
			add(c, before, "number %s%d is used by both %s and %s", prefix, c.number, before.name, c.name)
		} else if before := names[c.name]; before != nil && c.live {
			add(c, before, "%s has two numbers, %[2]s%[3]d and %[2]s%[4]d", what, prefix, before.number, c.number)
		}
		numbers[c.number] = c
		if c.live {
			names[c.name] = c
		}
	}
	return list
}

// parser reads one side of a lock.
type parser struct {
	name   string
	into   *lines
	list   diag.List
	line   int
	owners map[uint32]*claim // the last event with a number: the lines of its fields follow it
	seen   map[*claim]bool   // the claims of this side
}

func (p *parser) read(side []numbered) {
	p.owners, p.seen = map[uint32]*claim{}, map[*claim]bool{}
	for _, n := range side {
		p.line = n.line
		if n.text != "" && !strings.HasPrefix(n.text, "#") {
			p.one(n.text)
		}
		p.into.last = max(p.into.last, n.line)
	}
	slices.SortStableFunc(p.into.events, byLine)
}

func byLine(a, b *claim) int { return cmp.Compare(a.line, b.line) }

func (p *parser) one(line string) {
	words := strings.Fields(line)
	retired := len(words) == 4 && words[3] == retiredMark
	switch {
	case len(words) == 2 && words[0] == "source":
		p.into.sources = append(p.into.sources, numbered{words[1], p.line})
	case len(words) != 3 && !retired, !token.IsIdentifier(words[2]):
		p.fail(fmt.Sprintf("%q is not a line of a lock", line))
	case words[0] == "event":
		p.event(words[1], words[2], retired)
	case words[0] == "field":
		p.field(words[1], words[2], retired)
	default:
		p.fail(fmt.Sprintf("%q is not a line of a lock", line))
	}
}

func (p *parser) event(number, name string, retired bool) {
	n, err := strconv.ParseUint(number, 10, 31)
	if err != nil || n < firstKind {
		p.fail(fmt.Sprintf("%q is not a number of a lock", number))
		return
	}
	key := claimKey{uint32(n), name}
	c := p.into.index[key]
	if c == nil {
		c = &claim{number: key.number, name: name, line: p.line}
		p.into.index[key] = c
		p.into.events = append(p.into.events, c)
	}
	p.says(c, retired)
	p.owners[key.number] = c
}

func (p *parser) field(number, name string, retired bool) {
	of, own, _ := strings.Cut(number, ".")
	owner, err := strconv.ParseUint(of, 10, 31)
	n, failed := strconv.ParseUint(own, 10, 31)
	switch e := p.owners[uint32(owner)]; {
	case err != nil || failed != nil || n == 0:
		p.fail(fmt.Sprintf("%q is not a number of a lock", number))
	case e == nil:
		p.fail(fmt.Sprintf("field %s has no event above it", number))
	default:
		c := &claim{number: uint32(n), name: name, line: p.line}
		if i := slices.IndexFunc(e.fields, c.same); i >= 0 {
			c = e.fields[i]
		} else {
			e.fields = append(e.fields, c)
		}
		p.says(c, retired)
	}
}

// says notes that this side makes a claim.
func (p *parser) says(c *claim, retired bool) {
	c.live = c.live || !retired
	c.retired = c.retired || retired
	if !p.seen[c] {
		p.seen[c] = true
		c.sides++
	}
}

func (p *parser) fail(message string) {
	p.list.Add(diag.Diagnostic{Pos: at(p.name, p.line), Message: message, Hint: brokenHint})
}

func at(name string, line int) token.Position {
	return token.Position{Filename: name, Line: line, Column: 1}
}
