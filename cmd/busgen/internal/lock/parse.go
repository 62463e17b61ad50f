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

// Parse reads the text of a lock file; name is what diagnostics call it. Nothing is guessed: a file that is not as busgen writes
// it, lines in another order aside, is an error, since a wrong number would make recorded streams unreadable.
func Parse(name string, text []byte) (*File, diag.List) {
	p := parser{name: name, places: map[place]int{}}
	for i, line := range strings.Split(string(text), "\n") {
		p.number = i + 1
		if p.line(strings.TrimSpace(line)) {
			break
		}
	}
	p.attach()
	if len(p.list) > 0 {
		return nil, p.list
	}
	sortEntries(p.file.events)
	for _, e := range p.file.events {
		sortEntries(e.fields)
	}
	return &p.file, nil
}

func sortEntries(entries []*entry) {
	slices.SortFunc(entries, func(a, b *entry) int { return cmp.Compare(a.number, b.number) })
}

// place is what may stand in a file once: a number, or the name of something that is not retired. Field numbers and names
// belong to an event.
type place struct {
	event  uint32 // 0 for events themselves
	number uint32
	name   string
}

type parser struct {
	name    string
	number  int // of the line in hand, from 1
	file    File
	pending []pending
	places  map[place]int // the line on which each stands
	list    diag.List
}

// pending is a field whose event may stand further down.
type pending struct {
	event uint32
	entry *entry
	line  int
}

// line reads one line and says whether it makes no sense to go on.
func (p *parser) line(line string) (stop bool) {
	if line == "" || line[0] == '#' {
		return false
	}
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(line, mark) {
			p.report("merge conflict in the lock file",
				"keep the lines of the branch whose events are already recorded somewhere, remove the others with the marks, and run go generate: it numbers anew what has no number")
			return true
		}
	}
	words := strings.Fields(line)
	retired := len(words) == 4 && words[3] == "retired"
	if len(words) != 3 && !retired || !token.IsIdentifier(words[2]) {
		p.malformed(line)
		return false
	}
	e := &entry{name: words[2], retired: retired}
	switch words[0] {
	case "event":
		p.event(line, words[1], e)
	case "field":
		p.field(line, words[1], e)
	default:
		p.malformed(line)
	}
	return false
}

func (p *parser) event(line, number string, e *entry) {
	n, err := strconv.ParseUint(number, 10, 32)
	switch {
	case err != nil:
		p.malformed(line)
	case n < FirstKind:
		p.report(fmt.Sprintf("event %s has number %d, the numbers below %d belong to the boundaries", e.name, n, FirstKind), restore)
	default:
		e.number = uint32(n)
		if p.once(0, e) {
			p.file.events = append(p.file.events, e)
		}
	}
}

func (p *parser) field(line, numbers string, e *entry) {
	first, second, _ := strings.Cut(numbers, ".")
	event, err1 := strconv.ParseUint(first, 10, 32)
	n, err2 := strconv.ParseUint(second, 10, 32)
	if err1 != nil || err2 != nil || n == 0 || event == 0 {
		p.malformed(line)
		return
	}
	e.number = uint32(n)
	if p.once(uint32(event), e) {
		p.pending = append(p.pending, pending{uint32(event), e, p.number})
	}
}

// once reports a number, or a name in use, that stands in the file for the second time.
func (p *parser) once(event uint32, e *entry) bool {
	at := []place{{event: event, number: e.number}}
	if !e.retired {
		at = append(at, place{event: event, name: e.name})
	}
	for _, key := range at {
		if first, again := p.places[key]; again {
			what := fmt.Sprintf("number %d", e.number)
			if key.name != "" {
				what = "name " + e.name
			}
			p.list.Add(diag.Diagnostic{
				Pos:     p.pos(p.number),
				Message: what + " stands in the lock file twice",
				Related: []diag.Related{{Pos: p.pos(first), Message: "first here"}},
				Hint:    "keep the line that is older, remove the other one, and run go generate: it numbers anew what has no number",
			})
			return false
		}
	}
	for _, key := range at {
		p.places[key] = p.number
	}
	return true
}

// attach hands the fields to their events.
func (p *parser) attach() {
	for _, f := range p.pending {
		i := slices.IndexFunc(p.file.events, func(e *entry) bool { return e.number == f.event })
		if i >= 0 {
			p.file.events[i].fields = append(p.file.events[i].fields, f.entry)
		} else if len(p.list) == 0 {
			p.number = f.line
			p.report(fmt.Sprintf("field %s belongs to event %d, which has no line", f.entry.name, f.event), restore)
		}
	}
}

const restore = "restore the file from version control and run go generate"

func (p *parser) malformed(line string) {
	if len(line) > 80 {
		line = strings.ToValidUTF8(line[:80], "") + "…"
	}
	p.report(fmt.Sprintf("the lock file has a line that busgen did not write: %q", line), restore)
}

func (p *parser) report(message, hint string) {
	p.list.Add(diag.Diagnostic{Pos: p.pos(p.number), Message: message, Hint: hint})
}

func (p *parser) pos(line int) token.Position {
	return token.Position{Filename: p.name, Line: line, Column: 1}
}
