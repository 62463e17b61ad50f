package load

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Generator is a go:generate line that runs busgen.
type Generator struct {
	Dir  string   // the folder of its file, in which the go command runs it
	Args []string // what follows busgen
}

// runsBusgen matches a line whose command is busgen, as the name of a tool or the end of a path, and takes its arguments.
var runsBusgen = regexp.MustCompile(`(?m)^//go:generate\s.*?\bbusgen(?:@\S+)?([ \t][^\r\n]*)?\r?$`)

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
			return nil // a folder that can't be read has nothing for us
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

// apart says whether a folder is no part of the module above it.
func apart(dir string) bool {
	base := filepath.Base(dir)
	if base == "vendor" || base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return true
	}
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

func generatorsIn(file string) []Generator {
	text, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(text, []byte("//go:generate")) {
		return nil
	}
	var found []Generator
	for _, line := range runsBusgen.FindAllSubmatch(text, -1) {
		found = append(found, Generator{Dir: filepath.Dir(file), Args: strings.Fields(string(line[1]))})
	}
	return found
}
