package pipeline

import (
	"bytes"
	"go/ast"
	"go/token"
	"os"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/check"
	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/emit"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// Domain plans the code of the events of one or several domain packages. If there is an error, the plan is nil.
func Domain(job Job) (*Plan, diag.List) {
	code, list := generate(job)
	if list.Failed() {
		return nil, list
	}
	job.Clock.Stage("write")
	changes, findings := write.New(code.folder, code.files, ownEvents, "generate into another folder with -out")
	list.Append(findings)
	return &Plan{Plan: changes, parts: []part{{changes: changes, dir: code.folder.Dir, holds: eventsHeld(code.domain)}}}, list
}

// code is the generated code of a domain.
type code struct {
	domain *model.Package
	folder write.Folder      // as it is now
	files  map[string][]byte // as they have to be
}

// generate runs the stages before the write.
func generate(job Job) (*code, diag.List) {
	job.Clock.Stage("load")
	patterns, list := job.expanded()
	if list.Failed() {
		return nil, list
	}
	loaded, list := load.Load(job.Dir, patterns, job.fresh)
	if loaded == nil {
		return nil, list
	}
	base, known := job.first()
	if !known {
		base = loaded.Packages[0].Dir
	}
	out, findings := loaded.Output(base, job.Out)
	list.Append(findings)
	domain, fields, findings := understand(loaded, out, job.Clock)
	list.Append(findings)
	if len(domain.Events) == 0 && (len(list) == 0 || unmarked(loaded)) {
		return nil, check.Empty(domain, loaded.Fset.Position(loaded.Files[0].Name.Pos()))
	}
	if len(list) > 0 {
		return nil, list
	}
	made, list := render(domain, fields, out, loaded, job.Clock)
	if !list.Failed() {
		list.Append(restarts(job, made))
	}
	list.Append(out.Unvendored(wire.EventsPath, wire.RuntimePath))
	return made, list
}

// understand runs the stages that read the input, and collects their findings.
func understand(loaded *load.Domain, out load.Output, clock *Clock) (*model.Package, []directive.FieldMark, diag.List) {
	clock.Stage("directives")
	found, list := directive.Find(loaded.Fset, loaded.Files)
	list.Append(directive.Refuse(loaded.Fset, loaded.Tests, "a test file"))
	events, findings := wire.Elsewhere(loaded.Fset, found.Types)
	found.Types = events
	list.Append(findings)
	clock.Stage("model")
	domain, findings := model.Build(loaded, found)
	list.Append(findings)
	clock.Stage("check")
	list.Append(check.Model(domain, out.Path))
	return domain, found.Fields, list
}

// render runs the stages that make the output.
func render(domain *model.Package, fields []directive.FieldMark, out load.Output, loaded *load.Domain, clock *Clock) (*code, diag.List) {
	clock.Stage("lock")
	folder := write.Read(out.Dir)
	numbers, list := numbers(folder, domain, fields, loaded)
	if list.Failed() {
		return nil, list
	}
	clock.Stage("emit")
	files, err := emit.Package(domain, emit.Output{Path: out.Path, Name: out.Name}, numbers)
	if err != nil {
		list.Addf(token.Position{}, "busgen generated code that is not Go, which is a bug in busgen: %v", err)
		return nil, list
	}
	list.Append(lost(folder, domain))
	files[lock.Name] = numbers.Bytes()
	return &code{domain, folder, files}, list
}

// unmarked reports whether no file of the domain has a directive, or a comment that resembles one. Then other errors do not matter: most
// likely, the user meant another folder.
func unmarked(loaded *load.Domain) bool {
	for _, files := range [][]*ast.File{loaded.Files, loaded.Tests, loaded.LeftOut} {
		found, list := directive.Find(loaded.Fset, files)
		if len(list) > 0 || len(found.Types)+len(found.Fields)+len(found.Funcs) > 0 {
			return false
		}
	}
	return !slices.ContainsFunc(loaded.Packages, func(p *load.Package) bool { // a file may have errors that hide its comments
		return slices.ContainsFunc(load.GoFiles(p.Dir), func(name string) bool {
			text, err := os.ReadFile(name)
			return err == nil && bytes.Contains(text, []byte("//"+directive.Tool+":"))
		})
	})
}
