package pipeline

import (
	"bytes"
	"os"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
)

// Job says for which package to generate what.
type Job struct {
	Dir     string // absolute: the folder in which the go command runs
	Pattern string // the package, as seen from Dir: a folder, a file in it, or an import path
	Out     string // the output folder of a domain package, relative to the package's own
	Clock   *Clock // takes the time of each stage
	// Parse reads the arguments of a go:generate line. It returns false if they are wrong, or generate nothing.
	Parse func(args []string) (Job, bool)

	fresh map[string][]byte // files that are not written yet, by path; nil for those that go
}

// Run plans the wired buses of a package that has some, and otherwise the code of a domain package. With an error there is nothing
// to write.
func Run(job Job) (*Plan, diag.List) {
	if dir, ok := load.Folder(job.Dir, job.Pattern); ok && mayWire(dir) && wire.Find(dir).Has() {
		return Wired(job)
	}
	return Domain(job)
}

// Place returns the folder of a job's package, or the one in which the job runs if only the go command knows.
func (j Job) Place() string {
	if folder, ok := load.Folder(j.Dir, j.Pattern); ok {
		return folder
	}
	return j.Dir
}

// mayWire reports whether it is worth looking for wired structs, and the buses of former ones, with a parser: on 2000 events that takes
// 30 ms.
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
