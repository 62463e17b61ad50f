package main

import (
	"context"

	"github.com/urfave/cli/v3"
)

// shortUsage follows every usage error.
const shortUsage = `usage: node run [flags]
usage: node replay [flags] FILE|DIR …

"node help run" and "node help replay" explain the flags.
`

// rootHelp is the template for the help of the whole command.
const rootHelp = `Node runs an exchange with simulated traders, and replays recorded streams of
events.

usage: node run [flags]
usage: node replay [flags] FILE|DIR …
{{range .VisibleCommands}}
  {{.Name}}{{"\t"}}{{.Usage}}{{end}}
`

// verbHelp is the template for the help of a verb. It shows flags with one dash.
const verbHelp = `usage: {{.UsageText}}

{{.Description}}

flags:{{range .VisibleFlags}}
  {{slice .String 1}}{{end}}

{{.Metadata.exits}}
`

// helpVerb defines the verb help, which is used instead of the library's.
func helpVerb() *cli.Command {
	return verb(&cli.Command{
		Name:        "help",
		Usage:       "explains a verb and its flags",
		UsageText:   "node help [VERB]",
		Description: "Explains a verb and its flags, or lists the verbs.",
		Metadata:    map[string]any{"exits": "exit codes: 0 the help is printed, 2 usage error"},
		Action: func(ctx context.Context, v *cli.Command) error {
			if v.Args().Present() {
				return cli.ShowCommandHelp(ctx, v.Root(), v.Args().First())
			}
			return cli.ShowRootCommandHelp(v.Root())
		},
	})
}
