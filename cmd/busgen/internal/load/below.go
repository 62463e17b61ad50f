package load

import (
	"io/fs"
	"path/filepath"
	"strings"
)

// Below returns the folders that a pattern which ends in /... means, as seen from dir: the folder before /... and those below it, as far as
// they belong to its module. It returns false for any other pattern.
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
			return nil // a folder that can't be read has no packages
		case name != folder && apart(name):
			return fs.SkipDir
		}
		folders = append(folders, name)
		return nil
	}
	_ = filepath.WalkDir(folder, walk) // walk returns no error
	return folders, true
}
