package replay

import (
	"fmt"
	"os"
	"path/filepath"
)

// extension is how the names of streams in a folder end.
const extension = ".jsonl"

// Paths gives the files that the arguments stand for, in their order: a file stands for itself, whatever its name, and a
// folder for the streams in it by name, those of folders inside it excluded. A file that is named twice is there twice.
// Arguments that stand for nothing are errors, one each.
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
