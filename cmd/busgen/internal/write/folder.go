package write

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Folder is an output folder as it was read: once, for all that look into it.
type Folder struct {
	Dir   string
	files map[string][]byte // by name; what is no regular file is an empty one
	odd   []string          // what is no regular file: links, folders
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

// File returns the content of one file; nil if it does not exist. It returns an error for what is no regular file.
func (f Folder) File(name string) ([]byte, error) {
	if slices.Contains(f.odd, name) {
		return nil, fmt.Errorf("%s is not a regular file", filepath.Join(f.Dir, name))
	}
	return f.files[name], nil
}
