package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/urfave/cli/v3"
)

// exitCode is the result of a verb, as an error for the command line library. Every other error is a usage error.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// exit returns the error that stands for an exit code.
func exit(code int) error {
	if code == exitDone {
		return nil
	}
	return exitCode(code)
}

// command runs a command line and returns the exit code. The library that reads it has no dependencies, and accepts long flags with one
// dash and with two.
func command(arguments []string, c console) int {
	var unknown error // the library returns no error if it finds no verb to explain
	root := &cli.Command{
		Name:                            "node",
		Usage:                           "an exchange with simulated traders, and recorded event streams",
		CustomRootCommandHelpTemplate:   rootHelp,
		Writer:                          c.out,
		ErrWriter:                       c.err,
		Commands:                        []*cli.Command{runVerb(c), replayVerb(c), helpVerb()},
		Action:                          noVerb,
		CommandNotFound:                 func(_ context.Context, root *cli.Command, verb string) { unknown = unknownVerb(root, verb) },
		OnUsageError:                    usageError,
		ExitErrHandler:                  func(context.Context, *cli.Command, error) {}, // main exits
		EnableShellCompletion:           true,
		ConfigureShellCompletionCommand: describeCompletion,
	}
	err := root.Run(context.Background(), append([]string{root.Name}, arguments...))
	err = cmp.Or(err, unknown)
	var code exitCode
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &code):
		return int(code)
	}
	fmt.Fprintf(c.err, "node: %v\n\n%s", err, shortUsage)
	return exitUsage
}

// verb completes the definition of a verb with what all verbs have in common.
func verb(v *cli.Command) *cli.Command {
	v.CustomHelpTemplate = verbHelp
	v.HideHelpCommand = true // "help" may be the name of a file
	v.OnUsageError = usageError
	// With -h, arguments do not matter. The library looks for verbs of that name.
	v.CommandNotFound = func(_ context.Context, v *cli.Command, _ string) { cli.HelpPrinter(v.Root().Writer, verbHelp, v) }
	return v
}

// noVerb reports that the first argument is no verb, or that there is none.
func noVerb(_ context.Context, root *cli.Command) error {
	if !root.Args().Present() {
		return errors.New("no verb: write node run or node replay")
	}
	return unknownVerb(root, root.Args().First())
}

func unknownVerb(root *cli.Command, verb string) error {
	if near := cli.SuggestCommand(root.VisibleCommands(), verb); near != "" {
		return fmt.Errorf("unknown verb %q; did you mean %s?", verb, near)
	}
	return fmt.Errorf("unknown verb %q: write run or replay", verb)
}

// internals matches what the library's errors say about functions of package strconv.
var internals = regexp.MustCompile(`strconv\.\w+: parsing .*: `)

// usageError explains an error in flags.
func usageError(_ context.Context, c *cli.Command, err error, _ bool) error {
	text := internals.ReplaceAllString(err.Error(), "")
	if flag, unknown := strings.CutPrefix(text, "flag provided but not defined: -"); unknown {
		if near := cli.SuggestFlag(c.Flags, flag, true); near != "" {
			text += "; did you mean " + oneDash(near) + "?"
		}
	}
	return errors.New(text)
}

// oneDash returns a flag as Go programs and this project's documents write it. The library accepts one dash and two.
func oneDash(flag string) string { return "-" + strings.TrimLeft(flag, "-") }
