package pipeline

import (
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// cycle reports packages that each depend on the next, the last of which is the first. An import in a file that is not built does not count.
func cycle(around []node) diag.List {
	if slices.ContainsFunc(around[1:], func(n node) bool { return !n.Built }) {
		return nil
	}
	d := diag.Diagnostic{Hint: "move what both need to a package of its own"}
	text := "import cycle: " + around[0].Path
	for i, n := range around[1:] {
		how := " imports "
		if n.writes {
			how, d.Hint = " is generated from ", "a domain does not import the bus: move the code that needs it to another package"
		}
		if i > 0 {
			text += ", which"
		}
		text += how + n.Path
		switch {
		case n.Pos.Filename == "":
		case d.Pos.Filename == "":
			d.Pos = n.Pos
		default:
			d.Related = append(d.Related, diag.Related{Pos: n.Pos, Message: around[i].Path + " imports " + n.Path})
		}
	}
	d.Message = strings.TrimSpace(text)
	return diag.List{d}
}
