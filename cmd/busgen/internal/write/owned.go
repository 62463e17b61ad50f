package write

import "maps"

// Owned reads busgen's own files of a folder, which may not exist, by name.
func Owned(dir string, own Own) (map[string][]byte, error) {
	files, err := read(dir)
	maps.DeleteFunc(files, func(name string, content []byte) bool { return !own(name, content) })
	return files, err
}
