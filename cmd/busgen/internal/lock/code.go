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

// kindLine matches the declaration of an event's type in generated code.
var kindLine = regexp.MustCompile(`(?m)^var \w+ = \w+\.NewType\(([0-9]+), "([^"]+)"\)`)

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
		for _, m := range kindLine.FindAllSubmatchIndex(text, -1) {
			number, err := strconv.ParseUint(string(text[m[2]:m[3]]), 10, 31)
			if err == nil && number >= firstKind {
				line := 1 + bytes.Count(text[:m[0]], []byte("\n"))
				kinds = append(kinds, Kind{Name: string(text[m[4]:m[5]]), Number: uint32(number), File: file, Line: line})
			}
		}
	}
	return kinds
}
