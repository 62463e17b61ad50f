package layout

import (
	"bytes"
	"unicode/utf8"
)

// plain reports whether gofmt never changes the text of comments: one or two paragraphs of words, which can't be a list, a heading, code or
// a directive.
func plain(comments []byte) bool {
	if !utf8.Valid(comments) || bytes.ContainsAny(comments, "\r\x00") {
		return false
	}
	if bytes.Contains(comments, []byte("``")) || bytes.Contains(comments, []byte("''")) { // quotation marks
		return false
	}
	lines, gaps := bytes.Split(comments, []byte("\n")), 0
	for i, line := range lines {
		text, ok := bytes.CutPrefix(bytes.TrimLeft(line, " \t"), slashes)
		switch {
		case !ok:
			return false
		case len(text) == 0 && 0 < i && i < len(lines)-1 && gaps == 0:
			gaps++
		case len(text) < 2 || text[0] != ' ' || !letter(text[1]) || text[1] >= utf8.RuneSelf || bytes.ContainsAny(text, "\t"):
			return false
		case !printable(text[len(text)-1]):
			return false
		}
	}
	return true
}

// printable reports whether c is a visible ASCII character.
func printable(c byte) bool { return ' ' < c && c < 0x7f }
