package layout

import "bytes"

// split cuts a file into its head, up to the imports, and pieces of declarations that gofmt separates by an empty line. It returns false if
// it is not certain that gofmt does.
func split(text []byte) (head []byte, pieces [][]byte, ok bool) {
	var s splitter
	for i := 0; i < len(text); {
		t := next(text, i)
		s.part(text, i, t)
		i = t.end
	}
	s.cut(text, len(text))
	if bytes.Contains(text, []byte("/*")) || bytes.IndexByte(text, '\r') >= 0 || !s.file || s.bare || s.trailing {
		return nil, nil, false
	}
	return text[:s.head], s.pieces, true
}

// splitter is the state of split: in a piece, or before one.
type splitter struct {
	depth    int    // of brackets
	start    int    // of the piece
	keyword  string // that starts its first declaration; empty before it
	head     int    // the end of the last import
	pieces   [][]byte
	file     bool // there is a package clause
	bare     bool // a piece is comments alone
	trailing bool // a comment follows a declaration on its line
}

func (s *splitter) part(text []byte, i int, t part) {
	c := text[i]
	switch {
	case t.kind == other && (c == '(' || c == '[' || c == '{'):
		s.depth++
	case t.kind == other && (c == ')' || c == ']' || c == '}'):
		s.depth--
	case s.depth > 0:
	case t.kind == comment && !alone(text, i):
		s.trailing = true
	case t.kind == comment && s.keyword != "":
		s.cut(text, i)
	case c == '\n':
		if next := skip(text, i+1); next < len(text) && text[next] == '\n' {
			s.cut(text, i)
		}
	case letter(c) && s.keyword == "":
		s.keyword = string(text[i:t.end])
	}
}

// cut ends the piece.
func (s *splitter) cut(text []byte, end int) {
	piece := bytes.TrimSpace(text[s.start:end])
	switch {
	case s.keyword == "package" || s.keyword == "import":
		s.file = s.file || s.keyword == "package"
		s.head, s.pieces, s.bare = end, nil, false
	case len(piece) > 0:
		s.pieces = append(s.pieces, piece)
		s.bare = s.bare || s.keyword == ""
	}
	s.start, s.keyword = end, ""
}
