package write

import (
	"bytes"
	"slices"
)

// conflictMarkers begin the lines that git puts around the parts of a merge conflict.
var conflictMarkers = []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"}

// Generated reports whether Go source begins with the header of generated code. Markers of a merge conflict may stand before it: the
// conflict is in generated code then, and is settled by generating it again.
func Generated(header string, content []byte) bool {
	for {
		line, rest, found := bytes.Cut(content, []byte("\n"))
		marks := func(m string) bool { return bytes.HasPrefix(line, []byte(m)) }
		if !found || !slices.ContainsFunc(conflictMarkers, marks) {
			return bytes.HasPrefix(line, []byte("// "+header))
		}
		content = rest
	}
}
