package load

import (
	"io/fs"
	"path/filepath"
	"strings"
)

// Below returns the folders that a pattern means, as seen from dir, if it ends in /...: those of its module at the place before that, and below it.
// Any other pattern is false.
func Below(dir, pattern string) (folders []string, ok bool) {
	root, ok := strings.CutSuffix(filepath.ToSlash(pattern), "...")
	if !ok {
		return nil, false
	}
	folder, ok := Folder(dir, strings.TrimSuffix(root, "/"))
	if !ok {
		return nil, false
	}
	walk := func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || !entry.IsDir():
			return nil // a folder that can't be read has nothing for us
		case name != folder && apart(name):
			return fs.SkipDir
		}
		folders = append(folders, name)
		return nil
	}
	_ = filepath.WalkDir(folder, walk) // walk returns no error
	return folders, true
}
