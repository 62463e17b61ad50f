package write

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Folder is the content of an output folder, which is read once.
type Folder struct {
	Dir   string
	files map[string][]byte // by name; empty for what is not a regular file
	odd   []string          // names of what is not a regular file: links, folders
	err   error             // the folder can't be read
}

// Read reads the files of a folder, which may not exist. [New] reports what can't be read.
func Read(dir string) Folder {
	f := Folder{Dir: dir, files: map[string][]byte{}}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		f.err = err
	}
	for _, entry := range entries {
		name, content := entry.Name(), []byte{}
		if !entry.Type().IsRegular() {
			f.odd = append(f.odd, name)
		} else if content, err = os.ReadFile(filepath.Join(dir, name)); err != nil {
			f.err = err
			continue
		}
		f.files[name] = content
	}
	return f
}

// Files returns the contents of the folder's files by their names.
func (f Folder) Files() map[string][]byte { return f.files }

// File returns the content of one file; nil if it does not exist. It returns an error if it is not a regular file.
func (f Folder) File(name string) ([]byte, error) {
	if slices.Contains(f.odd, name) {
		return nil, fmt.Errorf("%s is not a regular file", filepath.Join(f.Dir, name))
	}
	return f.files[name], nil
}
