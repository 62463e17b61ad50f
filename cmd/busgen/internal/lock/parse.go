package lock

import (
	"fmt"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

const retiredMark = "retired"

const brokenHint = "take the file from version control as it was last, and run go generate ./..."

// parser reads the lines of one lock.
type parser struct {
	file *File
	list diag.List
	at   token.Position
	// seen says on which line a number was given.
	seen map[string]int
	// owners says where in the file's events the one with a number is.
	owners map[string]int
}

// Parse reads a lock; name is its path, for the positions. With any diagnostic the file must not be used.
func Parse(name string, text []byte) (*File, diag.List) {
	p := &parser{file: &File{}, at: token.Position{Filename: name}, seen: map[string]int{}, owners: map[string]int{}}
	for line := range strings.Lines(string(text)) {
		p.at.Line++
		p.at.Column = 1
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			p.line(line)
		}
	}
	return p.file, p.list
}

func (p *parser) line(line string) {
	words := strings.Fields(line)
	retired := len(words) == 4 && words[3] == retiredMark
	switch {
	case strings.HasPrefix(line, "<<<<<<<"), strings.HasPrefix(line, "======="), strings.HasPrefix(line, ">>>>>>>"):
		p.fail("merge conflict", "keep the lines of both sides, delete this one, and run go generate ./...")
	case len(words) != 3 && !retired, !token.IsIdentifier(words[2]):
		p.fail(fmt.Sprintf("%q is no line of a lock", line), brokenHint)
	case words[0] == "event":
		p.event(words[1], words[2], retired)
	case words[0] == "field":
		p.field(words[1], words[2], retired)
	default:
		p.fail(fmt.Sprintf("%q is no line of a lock", line), brokenHint)
	}
}

func (p *parser) event(number, name string, retired bool) {
	n, err := strconv.ParseUint(number, 10, 32)
	if err != nil || n < firstKind || !p.first("event "+number) {
		p.badNumber(number, err != nil || n < firstKind)
		return
	}
	if !retired && p.file.Kind(name) != 0 {
		p.fail(fmt.Sprintf("event %s has two numbers, %d and %d", name, p.file.Kind(name), n), brokenHint)
		return
	}
	p.owners[strconv.FormatUint(n, 10)] = len(p.file.events)
	p.file.add(event{number: uint32(n), name: name, retired: retired})
}

func (p *parser) field(number, name string, retired bool) {
	of, own, _ := strings.Cut(number, ".")
	e := p.owner(of)
	n, err := strconv.ParseUint(own, 10, 32)
	if err != nil || n == 0 || !p.first("field "+number) {
		p.badNumber(number, err != nil || n == 0)
		return
	}
	if e == nil {
		p.fail(fmt.Sprintf("field %s belongs to no event above it", number), brokenHint)
		return
	}
	if !retired && slices.ContainsFunc(e.fields, func(f field) bool { return f.name == name && !f.retired }) {
		p.fail(fmt.Sprintf("field %s of %s has two numbers", name, e.name), brokenHint)
		return
	}
	e.fields = append(e.fields, field{number: uint32(n), name: name, retired: retired})
}

func (p *parser) owner(number string) *event {
	if i, known := p.owners[number]; known {
		return &p.file.events[i]
	}
	return nil
}

// first notes where a number is given, and says whether it is for the first time.
func (p *parser) first(number string) bool {
	if p.seen[number] != 0 {
		return false
	}
	p.seen[number] = p.at.Line
	return true
}

func (p *parser) badNumber(number string, malformed bool) {
	if malformed {
		p.fail(fmt.Sprintf("%q is no number of a lock", number), brokenHint)
		return
	}
	first := max(p.seen["event "+number], p.seen["field "+number])
	p.list.Add(diag.Diagnostic{
		Pos: p.at, Message: "number " + number + " is given twice",
		Related: []diag.Related{{Pos: token.Position{Filename: p.at.Filename, Line: first, Column: 1}, Message: "first given here"}},
		Hint:    "after a merge, give the later one the next free number if it has never been released; otherwise " + brokenHint,
	})
}

func (p *parser) fail(message, hint string) {
	p.list.Add(diag.Diagnostic{Pos: p.at, Message: message, Hint: hint})
}
