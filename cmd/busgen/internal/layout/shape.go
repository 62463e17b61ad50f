package layout

import (
	"bytes"
	"unicode/utf8"
)

// shape is the part of a text that its layout depends on.
type shape struct {
	key   []byte // the text, with a mark and the width instead of each name
	names []name
}

// name is a part of a text that gofmt does not change: an identifier, the digits of a number, a string, or a comment.
type name struct {
	start int
	text  []byte
}

// The marks of names are bytes that do not occur in UTF-8.
const firstMark = 0xf8

// read returns the shape of a text. The names are parts of the text.
func (s *shape) read(text []byte) {
	s.key, s.names = s.key[:0], s.names[:0]
	for i := 0; i < len(text); {
		t := next(text, i)
		switch {
		case t.kind == comment:
			s.comments(text, i, t.end)
		case t.kind == other || !free(text[i:t.end]):
			s.key = append(s.key, text[i:t.end]...)
		default:
			s.key = append(s.key, firstMark+byte(t.kind), byte(t.end-i))
			s.names = append(s.names, name{i, text[i:t.end]})
		}
		i = t.end
	}
}

// free reports whether the layout depends only on the width of a name.
func free(name []byte) bool {
	for _, c := range name {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return len(name) <= 0xff && !keyword(name)
}

// comments adds comments, each of which ends its line, so that its width does not matter. Gofmt changes some that are not plain.
func (s *shape) comments(text []byte, start, end int) {
	if !plain(text[start:end]) {
		s.key = append(s.key, text[start:end]...)
		return
	}
	for i := start; i < end; {
		line := text[i:lineEnd(text, i)]
		s.key = append(s.key, firstMark+byte(comment))
		s.names = append(s.names, name{i, line})
		for i += len(line); i < end && text[i] != '/'; i++ {
			s.key = append(s.key, text[i])
		}
	}
}

// between returns the text between the names in the formatted text. It returns false if the names are not the same.
func (s *shape) between(formatted []byte) ([]string, bool) {
	var after shape
	after.read(formatted)
	if len(after.names) != len(s.names) {
		return nil, false
	}
	between, end := make([]string, 0, len(s.names)+1), 0
	for i, n := range after.names {
		if !bytes.Equal(n.text, s.names[i].text) {
			return nil, false
		}
		between = append(between, string(formatted[end:n.start]))
		end = n.start + len(n.text)
	}
	return append(between, string(formatted[end:])), true
}
