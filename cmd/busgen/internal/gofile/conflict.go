package gofile

import (
	"bytes"
	"slices"
	"strings"
)

// Markers start the lines that git puts around the parts of a merge conflict, in their order.
const (
	StartMarker  = "<<<<<<<"
	BaseMarker   = "|||||||" // before the common ancestor, in diff3 style
	MiddleMarker = "======="
	EndMarker    = ">>>>>>>"
)

var markers = []string{StartMarker, BaseMarker, MiddleMarker, EndMarker}

// Marker returns the marker that a line starts with; empty if it has none. Longer markers belong to a conflict inside the ancestor, and do
// not count.
func Marker(line string) string {
	for _, m := range markers {
		if line == m || strings.HasPrefix(line, m+" ") {
			return m
		}
	}
	return ""
}

// marks reports whether a line starts with a marker of any length.
func marks(line []byte) bool {
	return slices.ContainsFunc(markers, func(m string) bool { return bytes.HasPrefix(line, []byte(m)) })
}
