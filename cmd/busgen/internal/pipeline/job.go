package pipeline

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
)

// Job is one task of busgen: the packages to read, and the folder to write.
type Job struct {
	Dir string // absolute: the folder in which the go command runs
	// Patterns are the packages, as seen from Dir: folders, files in them, or import paths. A pattern that ends in /... means all domain
	// packages in that folder and below.
	Patterns []string
	Out      string // the output folder of domain packages, relative to the folder of the first
	Clock    *Clock // takes the time of each stage
	// Parse reads the arguments of a go:generate line. It returns false if they are wrong, or generate nothing.
	Parse func(args []string) (Job, bool)

	fresh map[string][]byte // files that are not written yet, by path; nil for those that go
}

// Run plans the wired buses of a package that has some, and otherwise the code of domain packages. If there is an error, the plan is nil.
func Run(job Job) (*Plan, diag.List) {
	if _, ok := job.buses(); ok {
		return Wired(job)
	}
	return Domain(job)
}

// buses returns the folder of the job's package, if it is a single one that has wired structs, or buses of former ones.
func (j Job) buses() (found wire.Folder, ok bool) {
	dir, known := j.first()
	if !known || len(j.Patterns) != 1 || !mayWire(dir) {
		return found, false
	}
	found = wire.Find(dir)
	return found, found.Has()
}

// first returns the folder that the first pattern means; false if only the go command knows.
func (j Job) first() (string, bool) {
	first := j.Patterns[0]
	if root, all := strings.CutSuffix(filepath.ToSlash(first), "..."); all {
		first = cmp.Or(strings.TrimSuffix(root, "/"), "/")
	}
	return load.Folder(j.Dir, first)
}

// Place returns the folder of the job's first package, or the one in which the job runs if only the go command knows.
func (j Job) Place() string {
	if folder, ok := j.first(); ok {
		return folder
	}
	return j.Dir
}

// expanded returns the patterns, with those that end in /... replaced by the folders of the domain packages that they mean.
func (j Job) expanded() ([]string, diag.List) {
	var all []string
	for _, pattern := range j.Patterns {
		folders, ok := load.Below(j.Dir, pattern)
		if !ok {
			all = append(all, pattern)
			continue
		}
		found := slices.DeleteFunc(folders, func(dir string) bool { return !wire.Find(dir).Events() })
		if len(found) == 0 {
			return nil, diag.List{{
				Message: fmt.Sprintf("%s matches no package that has an event", pattern),
				Hint:    "write //busgen:event in the doc comment of a struct",
			}}
		}
		all = append(all, found...)
	}
	return all, nil
}

// folders returns the folders of the domain packages, as far as they can be known without the go command.
func (j Job) folders() []string {
	patterns, _ := j.expanded() // a run for them reports the errors
	var all []string
	for _, pattern := range patterns {
		if dir, ok := load.Folder(j.Dir, pattern); ok {
			all = append(all, dir)
		}
	}
	return all
}

// mayWire reports whether a folder may have wired structs, or buses of former ones. It does not parse: for 2000 events that takes 30 ms.
func mayWire(dir string) bool {
	return slices.ContainsFunc(load.GoFiles(dir), func(name string) bool {
		text, err := os.ReadFile(name)
		return err == nil && (strings.HasSuffix(name, wire.Suffix) || bytes.Contains(text, []byte("//"+directive.Tool+":"+directive.Wire)))
	})
}

// ownEvents reports whether busgen wrote a file of a generated package: then it may be replaced or removed.
func ownEvents(name string, content []byte) bool {
	return name == lock.Name || strings.HasSuffix(name, ".go") && gofile.Generated(content)
}

// ownBuses reports whether busgen wrote a file with a wired bus.
func ownBuses(name string, content []byte) bool {
	return strings.HasSuffix(name, wire.Suffix) && gofile.Generated(content)
}
