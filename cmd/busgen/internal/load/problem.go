package load

import (
	"cmp"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// problems turns the errors of packages, and of what they import, into diagnostics; dir is the folder that the go command ran in.
// The go command explains a missing import better than the type checker does, so its errors come first. Of several reports about one
// place the first wins.
func problems(roots []*packages.Package, dir string) diag.List {
	c := complaints{dir: dir, seen: map[token.Position]bool{}}
	var imported []*packages.Package
	packages.Visit(roots, nil, func(dep *packages.Package) {
		if !slices.Contains(roots, dep) {
			imported = append(imported, dep)
		}
	})
	slices.SortFunc(imported, func(a, b *packages.Package) int { return cmp.Compare(a.PkgPath, b.PkgPath) })
	for _, dep := range append(imported, roots...) {
		c.of(dep)
	}
	return c.list
}

// refused returns what the go command, run in dir, printed if it failed to list packages. A line that starts with a place becomes a
// finding of its own.
func refused(err error, pattern, dir string) diag.List {
	said := err.Error()
	if _, own, ok := strings.Cut(said, "stderr: "); ok { // before it is the command line
		said = own
	}
	c := complaints{dir: dir, seen: map[token.Position]bool{}}
	var rest []string
	for line := range strings.Lines(said) {
		line = strings.TrimSpace(line)
		if place, message, ok := strings.Cut(line, ": "); ok && position(place).Line > 0 {
			c.add(position(place), message)
		} else if line != "" {
			rest = append(rest, line)
		}
	}
	if len(c.list) == 0 {
		c.list.Addf(token.Position{}, "can't load %s: %s", pattern, strings.Join(rest, " "))
	}
	return c.list
}

type complaints struct {
	dir  string
	seen map[token.Position]bool
	list diag.List
}

// of collects the errors of one package. The compiler's output is one text without a place, which repeats what the parser and the type
// checker report line by line. So it counts only if they report nothing.
func (c *complaints) of(p *packages.Package) {
	before := len(c.list)
	var outputs []string
	for _, e := range p.Errors {
		if strings.HasPrefix(e.Msg, "# ") {
			outputs = append(outputs, e.Msg)
		} else {
			c.add(position(e.Pos), e.Msg)
		}
	}
	if len(c.list) > before {
		return
	}
	for _, output := range outputs {
		for _, line := range strings.Split(output, "\n")[1:] {
			if place, message, ok := strings.Cut(line, ": "); ok {
				c.add(position(place), message)
			}
		}
	}
}

func (c *complaints) add(pos token.Position, message string) {
	if pos.Filename != "" {
		if !filepath.IsAbs(pos.Filename) {
			pos.Filename = filepath.Join(c.dir, pos.Filename)
		}
		if c.seen[pos] {
			return
		}
		c.seen[pos] = true
	}
	message, hint, _ := strings.Cut(strings.TrimSpace(message), "; to add it:")
	c.list.Add(diag.Diagnostic{
		Pos:     pos,
		Message: strings.Join(strings.Fields(message), " "),
		Hint:    strings.TrimSpace(hint),
	})
}

// position parses "file:line:col", "file:line" or "-".
func position(text string) token.Position {
	if text == "" || text == "-" {
		return token.Position{}
	}
	rest, last, ok := number(text)
	if !ok {
		return token.Position{Filename: text}
	}
	if file, line, ok := number(rest); ok {
		return token.Position{Filename: file, Line: line, Column: last}
	}
	return token.Position{Filename: rest, Line: last}
}

// number cuts ":123" off the end of a text.
func number(text string) (rest string, n int, ok bool) {
	i := strings.LastIndexByte(text, ':')
	if i < 0 {
		return text, 0, false
	}
	n, err := strconv.Atoi(text[i+1:])
	return text[:i], n, err == nil
}
