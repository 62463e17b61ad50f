package wire

import (
	"bufio"
	"fmt"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
)

// origins knows which types are declared in packages that busgen wrote, by the first lines of their files.
type origins struct {
	from  *load.Wiring
	fresh map[string][]byte // generated files that are not on disk yet
	known map[string]bool   // by file
}

// event reports whether a type comes from a generated package. A wired bus does not: it is in a package of the user.
func (o *origins) event(obj *types.TypeName) bool {
	if obj.Pkg() == nil || obj.Pkg().Path() == EventsPath {
		return false
	}
	file := o.from.Fset.Position(obj.Pos()).Filename
	if strings.HasSuffix(file, Suffix) || file == "" {
		return false
	}
	known, ok := o.known[file]
	if !ok {
		known = strings.HasPrefix(o.firstLine(file), "// "+gofile.Header)
		o.known[file] = known
	}
	return known
}

func (o *origins) firstLine(file string) string {
	if text, ok := o.fresh[file]; ok {
		return string(text)
	}
	f, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	line, _ := bufio.NewReader(f).ReadString('\n') // the first line may be the last
	return line
}

// typeName returns the declaration of a named type, or of the one that a pointer points to; nil for other types.
func typeName(typ types.Type) *types.TypeName {
	typ = types.Unalias(typ)
	if p, ok := typ.(*types.Pointer); ok {
		typ = types.Unalias(p.Elem())
	}
	if named, ok := typ.(*types.Named); ok {
		return named.Obj()
	}
	return nil
}

// numbers reads the permanent numbers of a generated package's events. A lock without the number of one is reported.
func (b *builder) numbers(v *vocabulary) *lock.File {
	dir := filepath.Dir(b.Loaded.Fset.Position(v.pkg.Scope().Lookup("Emitter").Pos()).Filename)
	name := filepath.Join(dir, lock.Name)
	text, ok := b.Fresh[name]
	if !ok {
		text, _ = os.ReadFile(name) // what can't be read has no numbers
	}
	file, list := lock.Parse(name, text)
	b.list.Append(list)
	for _, e := range v.events {
		if file.Kind(e.name) == 0 && len(list) == 0 {
			b.fail(token.Position{Filename: name, Line: 1, Column: 1}, fmt.Sprintf("the lock has no number for event %s", e.name),
				"generate package "+v.pkg.Path()+" again, and commit its "+lock.Name+" with it")
			break
		}
	}
	return file
}
