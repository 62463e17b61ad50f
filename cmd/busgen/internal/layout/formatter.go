package layout

import (
	"bytes"
	"go/format"
)

// Formatter formats source, and remembers layouts. The layout of a declaration depends on the kinds and widths of its tokens, not on its
// names. So the layout of one declaration is right for every other one that differs only in names of the same width and in plain comments.
//
// The zero Formatter is ready to use, by one goroutine.
type Formatter struct {
	known map[string][]string // by shape: the text between the names
	heads map[string][]byte   // by text
	shape shape
}

// Source formats a file. It returns an error for text that is not Go.
func (f *Formatter) Source(text []byte) ([]byte, error) {
	head, pieces, ok := split(text)
	if !ok {
		return format.Source(text)
	}
	formatted := make([]byte, 0, len(text)+len(text)/8)
	formatted, err := f.head(formatted, head)
	for i := 0; i < len(pieces) && err == nil; i++ {
		formatted, err = f.piece(append(formatted, '\n'), pieces[i])
	}
	if err != nil {
		return format.Source(text) // its error has the place in the text
	}
	return formatted, nil
}

// head formats the file up to the imports, which gofmt sorts.
func (f *Formatter) head(to, head []byte) ([]byte, error) {
	formatted, ok := f.heads[string(head)]
	if !ok {
		var err error
		if formatted, err = format.Source(head); err != nil {
			return nil, err
		}
		f.heads = with(f.heads, string(head), formatted)
	}
	return append(to, formatted...), nil
}

// file makes declarations a file.
const file = "package p\n\n"

// piece formats declarations.
func (f *Formatter) piece(to, piece []byte) ([]byte, error) {
	f.shape.read(piece)
	if between, ok := f.known[string(f.shape.key)]; ok {
		for i, name := range f.shape.names {
			to = append(append(to, between[i]...), name.text...)
		}
		return append(to, between[len(between)-1]...), nil
	}
	formatted, err := format.Source(append([]byte(file), piece...))
	if err != nil {
		return nil, err
	}
	formatted = append(bytes.TrimSpace(formatted[len(file):]), '\n')
	if between, ok := f.shape.between(formatted); ok {
		f.known = with(f.known, string(f.shape.key), between)
	}
	return append(to, formatted...), nil
}

func with[V any](m map[string]V, key string, value V) map[string]V {
	if m == nil {
		m = map[string]V{}
	}
	m[key] = value
	return m
}
