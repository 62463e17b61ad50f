package load

import (
	"strings"

	"golang.org/x/tools/go/packages"
)

// modules says which packages belong to the domain's own module.
type modules struct {
	own   string            // the module's path; empty outside of any module
	other map[string]string // import path -> path of its module, for the packages of which it is known
}

func modulesOf(p *packages.Package) modules {
	m := modules{own: p.PkgPath, other: map[string]string{}}
	if p.Module != nil {
		m.own = p.Module.Path
	}
	packages.Visit([]*packages.Package{p}, func(p *packages.Package) bool {
		if p.Module != nil {
			m.other[p.PkgPath] = p.Module.Path
		}
		return true
	}, nil)
	return m
}

// Local says whether a package belongs to the domain's own module.
func (p *Package) Local(path string) bool {
	if path == p.Path {
		return true
	}
	if module, known := p.modules.other[path]; known {
		return module == p.modules.own
	}
	return path == p.modules.own || strings.HasPrefix(path, p.modules.own+"/")
}

// Standard says whether a package belongs to the standard library.
func (p *Package) Standard(path string) bool {
	_, known := p.modules.other[path]
	first, _, _ := strings.Cut(path, "/")
	return !known && !strings.Contains(first, ".") && !p.Local(path)
}
