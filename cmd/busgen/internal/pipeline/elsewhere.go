package pipeline

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// elsewhere returns the import paths of the packages in the domain's module that declare an event or a capability of a name, those of the
// domain left out.
func elsewhere(name string, domain *model.Package) []string {
	var paths []string
	folders, _ := load.Below(load.Root(domain.Sources[0].Dir), "./...")
	for _, dir := range folders {
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
		found := capabilityOf.FindSubmatch(files[name])
		if !strings.HasSuffix(name, "_capability.go") || !gofile.Generated(files[name]) || found == nil {
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
