package pipeline

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// explain replaces the go command's errors about missing packages of the module by findings that say what would write them.
func explain(list diag.List, locals []load.Local, fresh map[string][]byte) diag.List {
	writes := map[string]bool{}
	for name := range fresh {
		writes[filepath.Dir(name)] = true
	}
	for _, p := range locals {
		about := func(d diag.Diagnostic) bool {
			words := strings.FieldsFunc(d.Message, func(c rune) bool { return strings.ContainsRune(" \"':;,()", c) })
			return slices.Contains(words, p.Path)
		}
		if !p.Missing() || writes[p.Dir] || !slices.ContainsFunc(list, about) {
			continue
		}
		list = append(slices.DeleteFunc(list, about), diag.Diagnostic{
			Pos:     p.Pos,
			Message: fmt.Sprintf("package %s is missing, and no go:generate line of this module writes it", p.Path),
			Hint:    "write //go:generate go tool busgen into the domain package, with -out if the folder is not ../generated",
		})
	}
	return list
}
