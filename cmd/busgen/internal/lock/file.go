package lock

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// Name is the lock's file name in the generated package.
const Name = "busgen.lock"

// firstKind is the number of the first event; those below belong to the boundaries.
const firstKind = 16

const head = `# Permanent numbers of events and of their fields, written by busgen. Commit this file and do not edit it.
# A retired number is never used again. After each merge run go generate ./..., which resolves conflicts in this file.
`

// File is the content of a lock. The zero File has no numbers yet.
type File struct {
	sources []string // the import paths of the domain packages, sorted; none in locks of earlier versions
	events  []event
	live    map[string]int // the index in events of each name that is not retired
}

type event struct {
	entry
	fields []entry
}

// entry is a number and its name.
type entry struct {
	number  uint32
	name    string
	retired bool
	line    int // in the file; 0 if it is new
}

// Event is an event of the domain: its name and the fields of its payload, in order of declaration.
type Event struct {
	Name      string
	Fields    []string
	Was       Was            // the event's former name
	FieldsWas map[string]Was // the former names of fields, by their names
}

// Exists reports whether a folder has a lock.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, Name))
	return err == nil
}

// Update gives numbers to new events and fields, and retires those that are gone. Events in elsewhere keep their numbers.
func (f *File) Update(now []Event, elsewhere []string) {
	wanted := map[string]bool{}
	for _, name := range elsewhere {
		wanted[name] = true
	}
	for _, n := range now {
		wanted[n.Name] = true
	}
	next := uint32(firstKind)
	for i := range f.events {
		e := &f.events[i]
		if !e.retired && !wanted[e.name] {
			e.retired = true
			delete(f.live, e.name)
		}
		next = max(next, e.number+1)
	}
	for _, n := range now {
		if _, known := f.live[n.Name]; !known {
			f.add(event{entry: entry{number: next, name: n.Name}})
			next++
		}
		f.events[f.live[n.Name]].update(n.Fields)
	}
}

// add appends an event.
func (f *File) add(e event) {
	if f.live == nil {
		f.live = map[string]int{}
	}
	if !e.retired {
		f.live[e.name] = len(f.events)
	}
	f.events = append(f.events, e)
}

func (e *event) update(names []string) {
	var last uint32
	for i := range e.fields {
		e.fields[i].retired = e.fields[i].retired || !slices.Contains(names, e.fields[i].name)
		last = max(last, e.fields[i].number)
	}
	for _, name := range names {
		if !slices.ContainsFunc(e.fields, func(f entry) bool { return f.name == name && !f.retired }) {
			last++
			e.fields = append(e.fields, entry{number: last, name: name})
		}
	}
}

// Kind returns the number of an event that is not retired; 0 if there is none.
func (f *File) Kind(name string) uint32 {
	if i, known := f.live[name]; known {
		return f.events[i].number
	}
	return 0
}

// Number is the permanent number of an event or a field.
type Number struct {
	Number  uint32
	Name    string
	Retired bool
	Line    int      // in the lock; 0 if it is new
	Fields  []Number // of an event
}

// Numbers returns the numbers of events, in order.
func (f *File) Numbers() []Number {
	var all []Number
	for _, e := range f.events {
		n := Number{e.number, e.name, e.retired, e.line, nil}
		for _, x := range e.fields {
			n.Fields = append(n.Fields, Number{x.number, x.name, x.retired, x.line, nil})
		}
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b Number) int { return cmp.Compare(a.Number, b.Number) })
	return all
}

// Sources returns the import paths of the domain packages; none for locks of earlier versions.
func (f *File) Sources() []string { return f.sources }

// Bytes returns the file's text. The same numbers give the same bytes.
func (f *File) Bytes() []byte {
	b := bytes.NewBufferString(head)
	for _, source := range f.sources {
		fmt.Fprintf(b, "source %s\n", source)
	}
	byNumber := slices.SortedFunc(slices.Values(f.events), func(a, c event) int { return cmp.Compare(a.number, c.number) })
	for _, e := range byNumber {
		fmt.Fprintf(b, "event %d %s%s\n", e.number, e.name, mark(e.retired))
		fields := slices.SortedFunc(slices.Values(e.fields), func(a, c entry) int { return cmp.Compare(a.number, c.number) })
		for _, x := range fields {
			fmt.Fprintf(b, "field %d.%d %s%s\n", e.number, x.number, x.name, mark(x.retired))
		}
	}
	return b.Bytes()
}

func mark(retired bool) string {
	if retired {
		return " " + retiredMark
	}
	return ""
}
