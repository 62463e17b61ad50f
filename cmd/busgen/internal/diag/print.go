package diag

import (
	"fmt"
	"go/token"
	"io"
	"path/filepath"
	"strings"
)

// Print writes the findings, sorted and each once:
//
//	domain/trade.go:14:18: a channel can't be copied
//		domain/trade.go:9:18: reached from here
//		hint: …
//
// The message of a note starts with "note: ". Paths are printed relative to dir, with forward slashes, unless the absolute path is shorter.
func (l List) Print(w io.Writer, dir string) error {
	var text strings.Builder
	for _, d := range l.Sorted() {
		d.write(&text, dir)
	}
	_, err := io.WriteString(w, text.String())
	return err
}

func (d Diagnostic) write(text *strings.Builder, dir string) {
	note := ""
	if d.Note {
		note = "note: "
	}
	fmt.Fprintf(text, "%s%s%s\n", place(d.Pos, dir), note, d.Message)
	for _, r := range d.Related {
		fmt.Fprintf(text, "\t%s%s\n", place(r.Pos, dir), r.Message)
	}
	if d.Hint != "" {
		fmt.Fprintf(text, "\thint: %s\n", d.Hint)
	}
}

// place returns "file:line:col: ", without the parts that are not known.
func place(pos token.Position, dir string) string {
	if pos.Filename == "" {
		return ""
	}
	pos.Filename = Relative(pos.Filename, dir)
	return pos.String() + ": "
}

// Relative makes a path relative to dir if that is shorter, as the go command does.
func Relative(file, dir string) string {
	rel, err := filepath.Rel(dir, file)
	if err != nil || len(rel) >= len(file) {
		return file
	}
	return filepath.ToSlash(rel)
}
