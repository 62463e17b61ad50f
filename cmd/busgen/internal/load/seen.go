package load

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"
)

// seen notes what a load reads, as a line of text each, so that two loads can be told apart. Files are noted by the very bytes that
// are parsed: a file that is edited while busgen runs is never taken for what it was before.
type seen struct {
	mu    sync.Mutex // the loader parses files in parallel
	lines []string
	vague bool // of some package it can't be said which one it was
}

func (s *seen) file(name string, content []byte) {
	line := fmt.Sprintf("file %s %x", name, sha256.Sum256(content))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines = append(s.lines, line)
}

// parse is what the loader parses files with. Its mode is the loader's own.
func (s *seen) parse(fset *token.FileSet, name string, content []byte) (*ast.File, error) {
	s.file(name, content)
	return parser.ParseFile(fset, name, content, parser.AllErrors|parser.ParseComments)
}

// packages notes the package and all that it needs, each by its export data, whose name in the go command's cache is a hash of its content. Such
// content depends on the package's files, the packages that it imports, the platform, the build flags and the version of Go.
func (s *seen) packages(one *packages.Package) {
	packages.Visit([]*packages.Package{one}, nil, func(p *packages.Package) {
		module, version := "", ""
		if p.Module != nil {
			module, version = p.Module.Path, p.Module.GoVersion
		}
		export := filepath.Base(p.ExportFile)
		if !isContent(export) && p.PkgPath != "unsafe" {
			s.vague = true
		}
		s.lines = append(s.lines, fmt.Sprintf("package %s %s %s %s", p.PkgPath, module, version, export))
	})
	if sizes := one.TypesSizes; sizes != nil {
		s.lines = append(s.lines, fmt.Sprintf("sizes %d %d", sizes.Sizeof(types.Typ[types.Uintptr]), sizes.Alignof(types.Typ[types.Int64])))
	}
}

// isContent says whether a file's name is one that the go command gives to content.
func isContent(name string) bool {
	sum, err := hex.DecodeString(strings.TrimSuffix(name, "-d"))
	return err == nil && len(sum) == sha256.Size && strings.HasSuffix(name, "-d")
}

// Seen tells what was read, in lines that are the same if and only if all of it is. It is not ok if that can't be said.
func (p *Package) Seen() (lines []string, ok bool) {
	if p.seen == nil || p.seen.vague {
		return nil, false
	}
	slices.Sort(p.seen.lines)
	return append([]string{"folder " + p.Dir}, p.seen.lines...), true
}
