package pipeline

import (
	"errors"
	"fmt"
	"go/token"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/breaking"
	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/git"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// Breaking compares the code that would be generated now with the generated code at a commit, and reports what readers of old events and
// consumers lose. An empty against means the commit at which the branch left the default branch. If the commit has no generated code,
// that is an error, or a note if all packages are compared.
func Breaking(job Job, against string, all bool) diag.List {
	if found, ok := job.buses(); ok && !found.Events() {
		if all {
			return nil
		}
		return diag.List{{Message: fmt.Sprintf("%s has wired buses and no events", job.Patterns[0]), Hint: "name the folder of the domain package"}}
	}
	code, list := generate(job)
	if list.Failed() {
		return list
	}
	job.Clock.Stage("git")
	old, list := earlier(code, against)
	if old == nil {
		for i := range list {
			list[i].Note = list[i].Note && all
		}
		return list
	}
	job.Clock.Stage("compare")
	now, list := breaking.Read(code.files, func(name string) string { return filepath.Join(code.folder.Dir, name) })
	if list.Failed() {
		return list
	}
	return breaking.Compare(old, now, newPlaces(code.domain))
}

// earlier reads the generated code of a commit.
func earlier(code *code, against string) (*breaking.Version, diag.List) {
	repository, err := git.Open(code.domain.Sources[0].Dir)
	if err != nil {
		return nil, failed(err)
	}
	var at git.Commit
	if against == "" {
		at, err = repository.Fork()
	} else {
		at, err = repository.Commit(against)
	}
	if err != nil {
		return nil, failed(err)
	}
	folder, files, err := find(repository, at, code)
	switch {
	case err != nil:
		return nil, failed(err)
	case files == nil:
		return nil, diag.List{{
			Note: true, Message: fmt.Sprintf("%s has no generated code of package %s", at.Name, strings.Join(code.domain.Paths(), " and ")),
			Hint: "new code breaks nothing; to compare with a commit that has it, name the commit with -against",
		}}
	}
	return breaking.Read(files, func(name string) string { return at.Name + ":" + path.Join(folder, name) })
}

// find returns the generated code of a domain at a commit: from its output folder or, if that has moved since, from another folder whose
// lock names the domain package. It returns no files if neither exists.
func find(repository *git.Repository, at git.Commit, code *code) (folder string, files map[string][]byte, err error) {
	folder, inside := repository.Path(code.folder.Dir)
	if !inside {
		return "", nil, &git.Error{Message: fmt.Sprintf("the output folder %s is not in the repository of the domain", code.folder.Dir)}
	}
	if files, err = repository.Files(at, folder); err != nil || files[lock.Name] != nil {
		return folder, files, err
	}
	others, err := repository.Folders(at, lock.Name)
	if err != nil {
		return "", nil, err
	}
	for _, other := range others {
		files, err := repository.Files(at, other)
		if err != nil {
			return "", nil, err
		}
		if numbers, list := lock.Parse(other, files[lock.Name]); !list.Failed() && slices.ContainsFunc(numbers.Sources(), code.domain.Has) {
			return other, files, nil
		}
	}
	return "", nil, nil
}

// failed returns an error as a finding.
func failed(err error) diag.List {
	d := diag.Diagnostic{Message: err.Error()}
	if its := (*git.Error)(nil); errors.As(err, &its) {
		d.Hint = its.Hint
	}
	return diag.List{d}
}

// places has the positions of the domain's events and fields.
type places struct {
	events map[string]token.Position
	fields map[[2]string]token.Position
}

func newPlaces(domain *model.Package) places {
	p := places{map[string]token.Position{}, map[[2]string]token.Position{}}
	for _, e := range domain.Events {
		p.events[e.Name] = e.Pos
		for _, f := range e.Type.Under.Fields {
			p.fields[[2]string{e.Name, f.Name}] = f.Pos
		}
	}
	return p
}

func (p places) Event(event string) token.Position { return p.events[event] }

func (p places) Field(event, field string) token.Position { return p.fields[[2]string{event, field}] }
