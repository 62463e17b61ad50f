package replay

import (
	"fmt"
	"os"
	"path/filepath"
)

// extension is the extension of streams in a folder.
const extension = ".jsonl"

// Paths returns the files that the arguments name, in their order: a file of any name, or for a folder the streams in it, sorted by name
// and without those of its subfolders. A file that is named twice is returned twice. There is an error for each argument that
// names no file.
func Paths(arguments []string) (files []string, faults []error) {
	for _, argument := range arguments {
		found, err := expand(argument)
		if err != nil {
			faults = append(faults, err)
		}
		files = append(files, found...)
	}
	return files, faults
}

func expand(argument string) ([]string, error) {
	info, err := os.Stat(argument)
	if err != nil || !info.IsDir() {
		return []string{argument}, nil // a file that cannot be opened is that file's error
	}
	entries, err := os.ReadDir(argument)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, entry := range entries {
		if !entry.IsDir() && filepath.Ext(entry.Name()) == extension {
			files = append(files, filepath.Join(argument, entry.Name()))
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no stream (*%s) in this folder", argument, extension)
	}
	return files, nil
}
