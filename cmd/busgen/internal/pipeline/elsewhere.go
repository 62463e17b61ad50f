package pipeline

import (
	"fmt"
	"go/token"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// folders returns the folders of the domain's module.
func folders(domain *model.Package) []string {
	all, _ := load.Below(load.Root(domain.Sources[0].Dir), "./...")
	return all
}

// elsewhere returns the import paths of the packages in the domain's module that declare an event or a capability of a name, those of the
// domain left out.
func elsewhere(name string, domain *model.Package) []string {
	var paths []string
	for _, dir := range folders(domain) {
		path, err := load.ImportPath(dir)
		if err == nil && !domain.Has(path) && slices.Contains(wire.Find(dir).Declares, name) {
			paths = append(paths, path)
		}
	}
	return paths
}

// capabilityOf finds the name of the capability that a generated file is about.
var capabilityOf = regexp.MustCompile(`(?m)^type (\w+)Event interface`)

// lost notes the capabilities that the generated code has and the domain has not, if another package of the module declares them: an
// interface has to be in a package that the domain imports, or that is named.
func lost(folder write.Folder, domain *model.Package) diag.List {
	var list diag.List
	files := folder.Files()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(name, "_capability.go") || !gofile.Generated(files[name]) {
			continue
		}
		found := capabilityOf.FindSubmatch(files[name])
		if found == nil {
			continue
		}
		capability := string(found[1])
		if slices.ContainsFunc(domain.Capabilities, func(c *model.Capability) bool { return c.Name == capability }) {
			continue
		}
		if paths := elsewhere(capability, domain); len(paths) > 0 {
			list.Add(diag.Diagnostic{
				Pos:     domain.Events[0].Pos,
				Message: fmt.Sprintf("capability %s is gone from the bus: no event has it", capability),
				Hint: fmt.Sprintf("%s declares a capability of that name: if it is this one, name that package too, as in //go:generate go tool busgen . ../%s",
					strings.Join(paths, " and "), path.Base(paths[0])),
				Note: true,
			})
		}
	}
	return list
}

// restarts notes that an output folder without numbers starts again, although another folder of the module has numbers of the same domain
// and no go:generate line writes its code any more.
func restarts(job Job, made *code) diag.List {
	if text, _ := made.folder.File(lock.Name); text != nil {
		return nil
	}
	for _, dir := range folders(made.domain) {
		name := filepath.Join(dir, lock.Name)
		text, err := os.ReadFile(name)
		if err != nil || dir == made.folder.Dir {
			continue
		}
		numbers, list := lock.Parse(name, text)
		if !list.Failed() && slices.ContainsFunc(numbers.Sources(), made.domain.Has) && writers(job, made.folder.Dir)[dir] == nil {
			return diag.List{{
				Pos:     token.Position{Filename: name, Line: 1, Column: 1},
				Message: fmt.Sprintf("this folder has numbers for %s, and the new output folder starts again", strings.Join(made.domain.Paths(), " and ")),
				Hint:    fmt.Sprintf("if the output folder has moved, move %s to the new one, then run go generate ./...", lock.Name),
				Note:    true,
			}}
		}
	}
	return nil
}
