package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// options are the parsed command line.
type options struct {
	verb     string
	out      string   // the output folder, relative to the package's
	patterns []string // the packages
	against  string   // the commit to compare with
	timing   bool     // print what each stage took
	json     bool     // print findings as JSON
	all      bool     // these are the options of one of several go:generate lines
	each     bool     // run for each go:generate line below the folder that the pattern names, as check ./... does
}

// verb is a command of busgen.
type verb struct {
	name string
	help []string // the lines of the usage message; none for a verb that is not available yet
}

// verbs are all known verbs. The first is the default.
var verbs = []verb{
	{"generate", []string{"write the generated package, or the wired buses of a package", "(the default)"}},
	{"check", []string{"write nothing; print what generate would change, as a diff;", "exit 1 if generated code is out of date"}},
	{"breaking", []string{"write nothing; compare with generated code of an earlier commit;", "exit 1 if readers of old events, or consumers, lose something"}},
	{"graph", nil}, {"explain", nil}, {"vet", nil},
}

// find returns the verb of a name.
func find(name string) (verb, bool) {
	if i := slices.IndexFunc(verbs, func(v verb) bool { return v.name == name }); i >= 0 {
		return verbs[i], true
	}
	return verb{}, false
}

// packagesHelp explains the arguments.
const packagesHelp = `PACKAGE is a folder, a file in it, or an import path; by default the current
folder. check ./... and breaking ./... do it for each go:generate line in that
folder and below it.
`

// usage returns the usage message, without flags. Its lines fit 80 columns.
func usage() string {
	var names []string
	var lines strings.Builder
	for _, v := range verbs {
		name := v.name
		for _, line := range v.help {
			fmt.Fprintf(&lines, "  %-10s %s\n", name, line)
			name = ""
		}
		if v.help != nil {
			names = append(names, v.name)
		}
	}
	return fmt.Sprintf("usage: busgen [%s] [flags] [PACKAGE...]\n\n%s\n%s\n", strings.Join(names, "|"), &lines, packagesHelp)
}

// parse reads the command line. Flags may stand before or behind the package. If it returns an error, it has printed the cause to stderr;
// flag.ErrHelp means that the user asked for help.
func parse(args []string, stderr io.Writer) (options, error) {
	o := options{verb: verbs[0].name, patterns: []string{"."}}
	if len(args) > 0 {
		if args[0] == "help" {
			args = []string{"-h"}
		}
		if _, known := find(args[0]); known {
			o.verb, args = args[0], args[1:]
		}
	}
	flags := flag.NewFlagSet("busgen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.out, "out", load.DefaultOutput, "output `folder`, relative to the first package's")
	flags.BoolVar(&o.timing, "timing", false, "print the time of each stage to standard error")
	flags.BoolVar(&o.json, "json", false, "print findings as JSON to standard output, one object a line")
	flags.StringVar(&o.against, "against", "", "for breaking: the `commit`, branch or tag to compare with (default: the\n"+
		"commit at which this branch left origin/HEAD, origin/main or\norigin/master)")
	flags.Usage = func() {
		fmt.Fprint(stderr, usage())
		flags.PrintDefaults()
	}
	packages, err := interspersed(flags, args)
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	against := given["against"]
	chosen, _ := find(o.verb)
	switch {
	case err != nil:
		return o, err
	case len(packages) > 1 && near(packages[0]) != "":
		return o, complain(stderr, fmt.Sprintf("%s is not a verb; did you mean %s?", packages[0], near(packages[0])))
	case o.out == "":
		return o, complain(stderr, "-out needs a folder")
	case chosen.help == nil:
		return o, complain(stderr, o.verb+" is not available yet")
	case against && o.verb != "breaking":
		return o, complain(stderr, "-against is for breaking only")
	case against && o.against == "":
		return o, complain(stderr, "-against needs a commit, a branch or a tag")
	}
	if len(packages) > 0 {
		o.patterns = packages
	}
	o.each = o.verb != verbs[0].name && !given["out"] && len(packages) == 1 && strings.HasSuffix(packages[0], "...")
	return o, nil
}

// misspelt returns the verb that an argument resembles if it names no existing folder; empty if there is none.
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
	for _, v := range verbs {
		if directive.Distance(word, v.name) <= len(v.name)/3 {
			return v.name
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
	fmt.Fprintf(stderr, "busgen: %s\n%s", message, usage())
	return errors.New(message)
}
