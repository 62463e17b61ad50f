package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// options are what the command line says.
type options struct {
	verb     string
	out      string   // the output folder, relative to the package's
	patterns []string // the packages
	timing   bool     // print what each stage took
	json     bool     // print findings as JSON
}

const usage = `usage: busgen [generate|check] [-out DIR] [-json] [-timing] [PACKAGE...]

  generate   write the generated package, or a package's wired buses (the default)
  check      write nothing, print what generate would change; exit 1 if anything; check ./... does so for
             each go:generate line in a folder and below it

`

// verbs are all known verbs; the value says whether one is available.
var verbs = map[string]bool{"generate": true, "check": true, "graph": false, "explain": false, "vet": false}

// parse reads the command line. Flags may stand before or behind the package. What is wrong has been said on stderr when it
// returns an error; flag.ErrHelp means that help was asked for.
func parse(args []string, stderr io.Writer) (options, error) {
	o := options{verb: "generate", patterns: []string{"."}}
	if len(args) > 0 {
		if _, known := verbs[args[0]]; known {
			o.verb, args = args[0], args[1:]
		}
	}
	flags := flag.NewFlagSet("busgen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.out, "out", load.DefaultOutput, "the output `folder`, relative to the package's own")
	flags.BoolVar(&o.timing, "timing", false, "print the time of each stage to standard error, at the end")
	flags.BoolVar(&o.json, "json", false, "print findings to standard output, as JSON objects, one a line; check prints no diff")
	flags.Usage = func() {
		fmt.Fprint(stderr, usage)
		flags.PrintDefaults()
	}
	packages, err := interspersed(flags, args)
	switch {
	case err != nil:
		return o, err
	case len(packages) > 1 && near(packages[0]) != "":
		return o, complain(stderr, fmt.Sprintf("%s is no verb; did you mean %s?", packages[0], near(packages[0])))
	case o.out == "":
		return o, complain(stderr, "-out names no folder")
	case !verbs[o.verb]:
		return o, complain(stderr, o.verb+" is not available yet")
	}
	if len(packages) > 0 {
		o.patterns = packages
	}
	return o, nil
}

// misspelt returns the verb that a package, which does not exist, is probably meant to be; empty if there is none.
func misspelt(dir, pattern string) string {
	if _, err := os.Stat(filepath.Join(dir, pattern)); err == nil {
		return ""
	}
	return near(pattern)
}

// near returns the verb that a word resembles; empty if there is none.
func near(word string) string {
	if strings.ContainsAny(word, "./\\") {
		return ""
	}
	for _, verb := range slices.Sorted(maps.Keys(verbs)) {
		if directive.Distance(word, verb) <= len(verb)/3 {
			return verb
		}
	}
	return ""
}

// interspersed parses flags that may stand between other arguments, and returns those.
func interspersed(flags *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		args = flags.Args()
		if len(args) == 0 {
			return rest, nil
		}
		rest, args = append(slices.Clip(rest), args[0]), args[1:]
	}
}

func complain(stderr io.Writer, message string) error {
	fmt.Fprintf(stderr, "busgen: %s\n%s", message, usage)
	return errors.New(message)
}
