package cache

import (
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"sync"
)

// Sum is the SHA-256 of something, or of several things.
type Sum [sha256.Size]byte

// Lines is the sum of lines of text. Each is quoted, so that no two lists of lines are alike.
func Lines(lines ...string) Sum {
	h := sha256.New()
	for _, line := range lines {
		fmt.Fprintf(h, "%q\n", line)
	}
	return Sum(h.Sum(nil))
}

// Files is the sum of files, by name, and their contents.
func Files(files map[string][]byte) Sum {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%q %d\n", name, len(files[name]))
		h.Write(files[name])
	}
	return Sum(h.Sum(nil))
}

// Program is the sum of the running program's bytes, read once.
var Program = sync.OnceValues(func() (Sum, error) {
	name, err := os.Executable()
	if err != nil {
		return Sum{}, err
	}
	return file(name)
})

func file(name string) (Sum, error) {
	f, err := os.Open(name)
	if err != nil {
		return Sum{}, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return Sum{}, err
	}
	return Sum(h.Sum(nil)), nil
}
