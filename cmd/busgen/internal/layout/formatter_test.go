package layout_test

import (
	"go/build"
	"go/format"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/layout"
)

// sources returns Go files of many styles: packages of the standard library.
func sources(t *testing.T) [][]byte {
	t.Helper()
	var all [][]byte
	for _, pattern := range []string{"go/printer", "go/parser", "go/ast", "text/template", "sort", "time", "sync"} {
		names, err := filepath.Glob(filepath.Join(build.Default.GOROOT, "src", pattern, "*.go"))
		require.NoError(t, err)
		for _, name := range names {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			all = append(all, text)
		}
	}
	require.Greater(t, len(all), 100)
	return all
}

// flat takes a file's indentation.
func flat(text []byte) []byte {
	lines := strings.Split(string(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimLeft(line, "\t ")
	}
	return []byte(strings.Join(lines, "\n"))
}

// loose writes a file's tokens with a space between them, and its lines without indentation and empty lines.
func loose(text []byte) []byte {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(text))
	s.Init(file, text, nil, scanner.ScanComments)
	var b strings.Builder
	last := 1
	for {
		pos, tok, literal := s.Scan()
		if tok == token.EOF {
			return append([]byte(b.String()), '\n')
		}
		if tok == token.SEMICOLON && literal == "\n" {
			continue
		}
		if line := file.Line(pos); line > last {
			b.WriteByte('\n')
			last = line
		} else {
			b.WriteByte(' ')
		}
		if literal == "" || tok.IsOperator() {
			literal = tok.String()
		}
		b.WriteString(literal)
		last += strings.Count(literal, "\n")
	}
}

// renamed gives identifiers other letters, so that a file has the shapes of another and not its names.
func renamed(text []byte) []byte {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(text))
	s.Init(file, text, nil, 0)
	changed := []byte(string(text))
	for {
		pos, tok, literal := s.Scan()
		if tok == token.EOF {
			return changed
		}
		if tok == token.IDENT && len(literal) > 6 {
			changed[file.Offset(pos)+3] = 'q'
		}
	}
}

// difference shows the first line that differs, with those around it.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	around := func(lines []string) string { return strings.Join(lines[max(0, i-3):min(len(lines), i+3)], "\n") }
	return "want:\n" + around(a) + "\ngot:\n" + around(b)
}

// Whatever the source, it comes out as gofmt would write it, whether the layouts of its declarations are known or not.
func TestSourceIsGofmt(t *testing.T) {
	var f layout.Formatter
	for _, text := range sources(t) {
		for _, changed := range [][]byte{text, flat(text), loose(text), renamed(text), loose(renamed(text))} {
			want, err := format.Source(changed)
			if err != nil {
				continue
			}
			got, err := f.Source(changed)
			require.NoError(t, err)
			if string(want) != string(got) {
				t.Fatal(difference(string(want), string(got)))
			}
		}
	}
}
