package pipeline

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// part is the part of a plan for one folder.
type part struct {
	changes *write.Plan
	dir     string
	holds   string            // what a generated package holds
	buses   map[string]string // what the buses of a package do, by the names of their files
}

// Summary writes what [Plan.Apply] did, a line for each package or bus, with paths relative to dir; nothing if nothing changed:
//
//	wrote 27 files to generated, removed 2 files: 16 events, 5 capabilities
//	wrote app/consumers_bus.go: 12 events to 4 consumers
//
// Files that are listed are emptied instead of removed, as Apply does it.
func (p *Plan) Summary(w io.Writer, dir string, listed bool) error {
	remove := "removed"
	if listed {
		remove = "emptied"
	}
	for _, part := range p.parts {
		written, removed := part.changes.Names(listed)
		lines := part.whole(written, removed, remove, dir)
		if part.buses != nil {
			lines = part.each(written, removed, remove, dir)
		}
		for _, line := range lines {
			if _, err := fmt.Fprintln(w, line); err != nil {
				return err
			}
		}
	}
	return nil
}

// whole returns the lines about a generated package.
func (p part) whole(written, removed []string, remove, dir string) []string {
	var done []string
	where := diag.Relative(p.dir, dir)
	if len(written) > 0 {
		done = append(done, "wrote "+count(len(written), "file")+" to "+where)
	}
	switch {
	case len(removed) > 0 && len(written) > 0:
		done = append(done, remove+" "+count(len(removed), "file"))
	case len(removed) > 0:
		done = append(done, remove+" "+count(len(removed), "file")+" in "+where)
	}
	if len(done) == 0 {
		return nil
	}
	return []string{strings.Join(done, ", ") + ": " + p.holds}
}

// each returns the lines about wired buses.
func (p part) each(written, removed []string, remove, dir string) []string {
	var lines []string
	path := func(name string) string { return diag.Relative(filepath.Join(p.dir, name), dir) }
	for _, name := range written {
		lines = append(lines, "wrote "+path(name)+": "+p.buses[name])
	}
	for _, name := range removed {
		lines = append(lines, remove+" "+path(name))
	}
	return lines
}

// eventsHeld counts what a generated package holds.
func eventsHeld(domain *model.Package) string {
	text := count(len(domain.Events), "event")
	if n := len(domain.Capabilities); n == 1 {
		return text + ", 1 capability"
	} else if n > 1 {
		return fmt.Sprintf("%s, %d capabilities", text, n)
	}
	return text
}

// eventsCarried counts the events and consumers of a bus.
func eventsCarried(bus *wire.Bus) string {
	consumed := 0
	for _, e := range bus.Events {
		if len(e.Calls) > 0 {
			consumed++
		}
	}
	return count(consumed, "event") + " to " + count(len(bus.Fields), "consumer")
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
