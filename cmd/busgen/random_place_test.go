package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// identifier matches what may be a name in a message.
var identifier = regexp.MustCompile(`[\pL_][\pL\pN_]*`)

// untrue says what is wrong with the position of a finding: it has to be in a source file below a folder, at something that the message
// names.
func untrue(dir string, f finding) string {
	line, wrong := lineAt(dir, f)
	if wrong != "" {
		return wrong
	}
	if strings.Contains(f.Message, "embeds capability") {
		return "" // at the embedded field that leads to it, whatever that is
	}
	words := identifier.FindAllString(f.Message, -1)
	for _, word := range identifier.FindAllString(line, -1) {
		if slices.Contains(words, word) {
			return ""
		}
	}
	return fmt.Sprintf("%s: the line %q has no word of %q", f.prefix(), line, f.Message)
}

// lineAt returns the line at which a finding is.
func lineAt(dir string, f finding) (line, wrong string) {
	text, err := os.ReadFile(filepath.Join(dir, f.File))
	if err != nil || filepath.Base(f.File) != "a.go" {
		return "", fmt.Sprintf("no such place: %s%s", f.prefix(), f.Message)
	}
	lines := strings.Split(string(text), "\n")
	if f.Line < 1 || f.Line > len(lines) || f.Column < 1 || f.Column > len(lines[f.Line-1])+1 {
		return "", fmt.Sprintf("no such line or column: %s%s", f.prefix(), f.Message)
	}
	return lines[f.Line-1], ""
}
