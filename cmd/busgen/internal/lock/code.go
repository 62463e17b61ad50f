package lock

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// Kind is an event's number as generated code has it: the second witness of what the lock says.
type Kind struct {
	Name   string
	Number uint32
	File   string // path of the generated file
	Line   int
}

// kindLine matches the declaration of an event's type in generated code, and newType is what it contains: to look for that first takes a
// tenth of the time.
var (
	kindLine = regexp.MustCompile(`^var \w+ = \w+\.NewType\(([0-9]+), "([^"]+)"\)`)
	newType  = []byte(".NewType(")
)

// Code returns the kinds that the generated code in a folder has, in the order of its files. The folder may not exist, and its code may be
// stale or have merge conflicts. own says whether a file's content is generated.
func Code(dir string, own func(content []byte) bool) []Kind {
	var kinds []Kind
	entries, _ := os.ReadDir(dir) // a folder that can't be read is reported when it is written
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || !strings.Contains(entry.Name(), "_event") || !entry.Type().IsRegular() {
			continue
		}
		file := filepath.Join(dir, entry.Name())
		text, err := os.ReadFile(file)
		if err != nil || !own(text) {
			continue
		}
		kinds = append(kinds, kindsIn(file, text)...)
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
