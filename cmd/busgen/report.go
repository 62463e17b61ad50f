package main

import (
	"fmt"
	"io"
	"os"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// output is where a run prints, with paths relative to base.
type output struct {
	base           string
	json           bool // print findings as JSON to stdout, and no diff
	stdout, stderr io.Writer
}

// base returns the folder that printed paths are relative to: the working directory or, if go generate runs busgen in the folder of a
// package, the root of its module, where the user most likely is.
func base(dir string) string {
	if underGenerate() {
		return load.Root(dir)
	}
	return dir
}

// underGenerate reports whether go generate runs busgen.
func underGenerate() bool { return os.Getenv("GOFILE") != "" && os.Getenv("GOLINE") != "" }

// list prints findings, and returns the exit code.
func (o output) list(list diag.List) int {
	if o.json {
		list.JSON(o.stdout, o.base)
	} else {
		list.Print(o.stderr, o.base)
	}
	if list.Failed() {
		return exitFindings
	}
	return exitOK
}

// fail prints an error that has no place, and returns the exit code.
func (o output) fail(format string, args ...any) int {
	message := fmt.Sprintf(format, args...)
	if o.json {
		o.list(diag.List{{Message: message}})
	} else {
		fmt.Fprintf(o.stderr, "busgen: %s\n", message)
	}
	return exitFindings
}
