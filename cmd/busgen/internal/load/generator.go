package load

import (
	"bytes"
	"go/build"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
)

// Generator is a go:generate line that runs busgen.
type Generator struct {
	Dir  string         // the folder of its file, in which the go command runs it
	Args []string       // what follows busgen
	Pos  token.Position // of the line
}

// Generators lists the go:generate lines of dir's module that run busgen, in the order of files and lines.
func Generators(dir string) []Generator {
	m, err := moduleAbove(dir)
	if err != nil {
		return nil
	}
	var found []Generator
	walk := func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // a folder that can't be read has no lines
		case entry.IsDir() && name != m.root && apart(name):
			return fs.SkipDir
		case entry.Type().IsRegular() && strings.HasSuffix(name, ".go"):
			found = append(found, generatorsIn(name)...)
		}
		return nil
	}
	_ = filepath.WalkDir(m.root, walk) // walk returns no error
	return found
}

// apart reports whether a folder does not belong to the module above it.
func apart(dir string) bool {
	base := filepath.Base(dir)
	if base == "vendor" || base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return true
	}
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// directiveGenerate starts a line for go generate.
const directiveGenerate = "//go:generate"

// generatorsIn reads a file's lines as the go command does: quotes, -command and variables included.
func generatorsIn(file string) []Generator {
	text, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(text, []byte(directiveGenerate)) {
		return nil
	}
	var found []Generator
	commands := map[string][]string{} // that -command lines of the file define
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		rest, ok := strings.CutPrefix(strings.TrimRight(line, " \t\r\n"), directiveGenerate)
		if !ok || rest == "" || rest[0] != ' ' && rest[0] != '\t' {
			continue
		}
		words := split(rest)
		if len(words) > 0 && commands[words[0]] != nil {
			words = slices.Concat(commands[words[0]], words[1:])
		}
		for i, word := range words {
			words[i] = os.Expand(word, func(name string) string { return variable(name, file, text, number) })
		}
		if len(words) > 1 && words[0] == "-command" {
			commands[words[1]] = words[2:]
			continue
		}
		if args, ok := afterBusgen(words); ok {
			found = append(found, Generator{filepath.Dir(file), args, token.Position{Filename: file, Line: number, Column: 1}})
		}
	}
	return found
}

// split returns the words of a line. A word in double quotes is a Go string.
func split(line string) []string {
	var words []string
	for line = strings.TrimLeft(line, " \t"); line != ""; line = strings.TrimLeft(line, " \t") {
		if quoted, err := strconv.QuotedPrefix(line); err == nil && line[0] == '"' {
			word, _ := strconv.Unquote(quoted) // it is a quoted prefix
			words, line = append(words, word), line[len(quoted):]
			continue
		}
		end := strings.IndexAny(line, " \t")
		if end < 0 {
			end = len(line)
		}
		words, line = append(words, line[:end]), line[end:]
	}
	return words
}

// variable returns the value of a variable in a line of a file, as the go command sets it.
func variable(name, file string, text []byte, line int) string {
	switch name {
	case "GOFILE":
		return filepath.Base(file)
	case "GOLINE":
		return strconv.Itoa(line)
	case "GOPACKAGE":
		name, _ := gofile.Package(file, text)
		return name
	case "GOARCH":
		return build.Default.GOARCH
	case "GOOS":
		return build.Default.GOOS
	case "GOROOT":
		return build.Default.GOROOT
	case "DOLLAR":
		return "$"
	default:
		return os.Getenv(name)
	}
}

// afterBusgen returns what follows the word that names busgen: the name of a tool, or the end of a path, perhaps with a version.
func afterBusgen(words []string) (args []string, ok bool) {
	for i, word := range words {
		name, _, _ := strings.Cut(path.Base(filepath.ToSlash(word)), "@")
		if strings.TrimSuffix(name, ".exe") == "busgen" {
			return words[i+1:], true
		}
	}
	return nil, false
}
