package emit

import (
	"go/build/constraint"
	"go/format"
	"regexp"
	"strings"

	"github.com/dave/jennifer/jen"
)

// doc writes a doc comment: a sentence of ours, the domain's own words, and what else is to be said.
func doc(f *jen.File, paragraphs ...string) {
	first := true
	for _, p := range paragraphs {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if !first {
			f.Comment("//")
		}
		first = false
		for _, comment := range comments(p) {
			f.Comment(comment)
		}
	}
}

// laidOut matches a line that gofmt lays out: of a list, of code.
var laidOut = regexp.MustCompile(`(?m)^([ \t]|[-+*•0-9])`)

// comments returns the lines of a comment, without build constraints of the old form, which gofmt would move to the top of the file.
func comments(text string) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if comment := strings.TrimRight("// "+line, " "); !constraint.IsPlusBuild(comment) {
			lines = append(lines, comment)
		}
	}
	if laidOut.MatchString(text) {
		return stable(lines)
	}
	return lines
}

// stable lays out comments until gofmt changes nothing: lists that contain lists or code take it several turns.
func stable(lines []string) []string {
	const head, tail = "package p\n\n", "\ntype T int\n"
	text := []byte(head + strings.Join(lines, "\n") + tail)
	for range 5 {
		next, err := format.Source(text)
		if err != nil || string(next) == string(text) {
			break
		}
		text = next
	}
	comment := strings.TrimSuffix(strings.TrimPrefix(string(text), head), tail)
	return strings.Split(comment, "\n")
}
