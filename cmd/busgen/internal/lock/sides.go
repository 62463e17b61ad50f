package lock

import (
	"go/token"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
)

// numbered is a line of a file and its place.
type numbered struct {
	text string
	line int
}

// sides are the texts of a merge conflict. Lines outside of conflicts belong to all of them.
type sides struct {
	ours, base, theirs []numbered
	conflict           int  // the line of the first conflict; 0 if there is none
	based              bool // the conflicts show the common ancestor, as in diff3 style
}

// split separates the sides of a text with conflicts.
func split(name, text string) (sides, diag.List) {
	var s sides
	open := numbered{} // the marker above this line, if it is part of a conflict
	line := 0
	for full := range strings.Lines(text) {
		line++
		content := strings.TrimSpace(full)
		found := gofile.Marker(content)
		follows := map[string]string{gofile.StartMarker: "", gofile.BaseMarker: gofile.StartMarker, gofile.MiddleMarker: gofile.StartMarker, gofile.EndMarker: gofile.MiddleMarker}
		switch {
		case found == "":
			s.add(open.text, numbered{content, line})
		case open.text != follows[found] && !(found == gofile.MiddleMarker && open.text == gofile.BaseMarker):
			return s, broken(name, line)
		case found == gofile.EndMarker:
			open = numbered{}
		default:
			open = numbered{found, line}
			s.based = s.based || found == gofile.BaseMarker
			if s.conflict == 0 {
				s.conflict = line
			}
		}
	}
	if open.text != "" {
		return s, broken(name, open.line)
	}
	return s, nil
}

// add notes a line that follows a marker.
func (s *sides) add(marker string, n numbered) {
	if marker == "" || marker == gofile.StartMarker {
		s.ours = append(s.ours, n)
	}
	if marker == "" || marker == gofile.BaseMarker {
		s.base = append(s.base, n)
	}
	if marker == "" || marker == gofile.MiddleMarker {
		s.theirs = append(s.theirs, n)
	}
}

func broken(name string, line int) diag.List {
	return diag.List{{
		Pos:     token.Position{Filename: name, Line: line, Column: 1},
		Message: "the markers of this merge conflict are incomplete",
		Hint:    "restore the conflict with git checkout --merge " + Name + ", and run go generate ./...",
	}}
}
