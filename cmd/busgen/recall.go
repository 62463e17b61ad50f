package main

import (
	"runtime"

	"github.com/busgen/busgen/cmd/busgen/internal/cache"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// recall asks the memory of earlier runs whether there is anything to do.
type recall struct {
	memory  cache.Memory
	program func() (cache.Sum, error)
	dir     string        // the output folder
	present chan presence // what is in it now
	inputs  []string      // what the run depends on; nil until that is known
}

// presence is what busgen has in the output folder.
type presence struct {
	sum cache.Sum
	err error
}

// look begins to read the output folder of the domain package that pattern names, and the program, both while the package is being
// loaded.
func look(dir, pattern, out string) *recall {
	r := &recall{memory: cache.Open(), program: cache.Program, present: make(chan presence, 1)}
	domain, ok := load.Folder(dir, pattern)
	if !ok {
		r.memory = cache.Memory{}
	}
	if !r.memory.On() {
		return r
	}
	r.dir = load.OutputDir(domain, out)
	go func() { _, _ = r.program() }() // it is asked again where the answer counts
	go func() {
		files, err := write.Owned(r.dir, own)
		r.present <- presence{cache.Files(files), err}
	}()
	return r
}

// settled says whether a run on this package, into this output, is known to change nothing.
func (r *recall) settled(domain *load.Package, out load.Output) bool {
	seen, ok := domain.Seen()
	program, err := r.program()
	present := <-r.present
	if !ok || err != nil || present.err != nil || r.dir != out.Dir {
		return false
	}
	r.inputs = append([]string{
		string(program[:]), runtime.Version(), "output " + out.Dir, "path " + out.Path, "name " + out.Name,
	}, seen...)
	return r.memory.Knows(r.state(present.sum))
}

// learn remembers that these files are all that a run makes of what it has read. It holds whether or not they are written: where
// they are not, the state is another one.
func (r *recall) learn(files map[string][]byte) {
	if r.inputs != nil {
		r.memory.Remember(r.state(cache.Files(files)))
	}
}

func (r *recall) state(output cache.Sum) cache.Sum {
	return cache.Lines(append([]string{string(output[:])}, r.inputs...)...)
}
