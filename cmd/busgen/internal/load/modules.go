package load

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// modules knows which packages belong to the domain's own modules.
type modules struct {
	own   []string            // the paths of the modules; of the package if it is in no module
	other map[string]string   // import path -> path of its module, if known
	files map[string][]string // of the packages in modules that the domain needs, by import path
}

func modulesOf(roots ...*packages.Package) modules {
	m := modules{other: map[string]string{}, files: filesOf(roots)}
	for _, p := range roots {
		if p.Module != nil {
			m.own = append(m.own, p.Module.Path)
		} else {
			m.own = append(m.own, p.PkgPath)
		}
	}
	packages.Visit(roots, func(p *packages.Package) bool {
		if p.Module != nil {
			m.other[p.PkgPath] = p.Module.Path
		}
		return true
	}, nil)
	return m
}

// Local reports whether a package belongs to a module of the domain.
func (r *read) Local(path string) bool {
	if module, known := r.modules.other[path]; known {
		return slices.Contains(r.modules.own, module)
	}
	return slices.ContainsFunc(r.modules.own, func(own string) bool { return path == own || strings.HasPrefix(path, own+"/") })
}

// Standard reports whether a package belongs to the standard library.
func (r *read) Standard(path string) bool {
	_, known := r.modules.other[path]
	first, _, _ := strings.Cut(path, "/")
	return !known && !strings.Contains(first, ".") && !r.Local(path)
}
