package write

import (
	"bytes"
	"path/filepath"

	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
)

// A husk replaces a file that go generate is going to read: it lists the files of all packages before it runs the first command, and fails
// if one is missing. Build constraints exclude a husk from every build, so go generate does not list it the next time.
const (
	generated = "// " + gofile.Header + "\n\n"
	empty     = "//go:build ignore\n\n" +
		"// What this file held is not generated any more. The file is still here because go generate had listed it. Remove it, or run\n" +
		"// busgen without go generate, which removes it.\n"
)

// husk returns the husk of a file.
func husk(c change) []byte {
	name := filepath.Base(c.dir)
	if its := packageOf(c.name, c.before); its != "" {
		name = its
	}
	return []byte(generated + empty + "\npackage " + name + "\n")
}

func isHusk(content []byte) bool {
	return bytes.Contains(bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n")), []byte(empty))
}
