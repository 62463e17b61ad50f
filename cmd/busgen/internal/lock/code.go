package lock

import (
	"bytes"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
)

// Kind is the number of an event in generated code, which is compared with the lock.
type Kind struct {
	Name   string
	Number uint32
	File   string // path of the generated file
	Line   int
}

// kindLine matches the declaration of an event's type in generated code. newType is a part of it: looking for that first takes a tenth of
// the time.
var (
	kindLine = regexp.MustCompile(`^var \w+ = \w+\.NewType\(([0-9]+), "([^"]+)"\)`)
	newType  = []byte(".NewType(")
)

// Code returns the kinds in the generated code of a folder, given its files by name, in the order of the names. The code may be stale or
// have merge conflicts.
func Code(dir string, files map[string][]byte) []Kind {
	var kinds []Kind
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, ".go") && strings.Contains(name, "_event") && gofile.Generated(files[name]) {
			kinds = append(kinds, kindsIn(filepath.Join(dir, name), files[name])...)
		}
	}
	return kinds
}

func kindsIn(file string, text []byte) []Kind {
	var kinds []Kind
	for end := 0; ; {
		i := bytes.Index(text[end:], newType)
		if i < 0 {
			return kinds
		}
		start := bytes.LastIndexByte(text[:end+i], '\n') + 1
		end += i + len(newType)
		if m := kindLine.FindSubmatch(text[start:]); m != nil {
			number, err := strconv.ParseUint(string(m[1]), 10, 31)
			if err == nil && number >= firstKind {
				line := 1 + bytes.Count(text[:start], []byte("\n"))
				kinds = append(kinds, Kind{Name: string(m[2]), Number: uint32(number), File: file, Line: line})
			}
		}
	}
}
