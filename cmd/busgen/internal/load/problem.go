package load

import (
	"errors"
	"go/scanner"
	"go/token"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// problems turns the errors of a loaded package into diagnostics. The go command and the type checker may report the same
// thing at the same place: the first one wins.
func problems(p *packages.Package) diag.List {
	var list diag.List
	seen := map[token.Position]bool{}
	for _, e := range p.Errors {
		for _, d := range problem(e) {
			at := token.Position{Filename: d.Pos.Filename, Line: d.Pos.Line, Column: d.Pos.Column}
			if at.Filename != "" && seen[at] {
				continue
			}
			seen[at] = true
			list.Add(d)
		}
	}
	return list
}

// problem splits one error of the loader: what the go command says about several places comes as one text.
func problem(e packages.Error) diag.List {
	var syntax scanner.ErrorList
	if errors.As(e, &syntax) {
		var list diag.List
		for _, one := range syntax {
			list.Addf(one.Pos, "%s", one.Msg)
		}
		return list
	}
	message, more, _ := strings.Cut(strings.TrimSpace(e.Msg), "\n")
	d := diag.Diagnostic{Pos: position(e.Pos), Message: message}
	if more = strings.TrimSpace(more); more != "" {
		d.Message += " (" + strings.Join(strings.Fields(more), " ") + ")"
	}
	return diag.List{d}
}

// position parses "file:line:col", "file:line" or "-".
func position(text string) token.Position {
	var numbers []int
	for len(numbers) < 2 {
		i := strings.LastIndexByte(text, ':')
		if i < 0 {
			break
		}
		n, err := strconv.Atoi(text[i+1:])
		if err != nil {
			break
		}
		numbers = append([]int{n}, numbers...)
		text = text[:i]
	}
	if text == "-" || text == "" {
		return token.Position{}
	}
	pos := token.Position{Filename: text}
	if len(numbers) > 0 {
		pos.Line = numbers[0]
	}
	if len(numbers) > 1 {
		pos.Column = numbers[1]
	}
	return pos
}
