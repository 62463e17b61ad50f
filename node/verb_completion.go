package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/urfave/cli/v3"
)

const completionDescription = `Prints the completion script of a shell. To complete node's verbs and flags:

    bash    source <(node completion bash)
    zsh     source <(node completion zsh)
    fish    node completion fish | source`

// describeCompletion explains the library's completion verb as the other verbs are explained.
func describeCompletion(completion *cli.Command) {
	verb(completion)
	completion.Hidden = false
	completion.Usage = "prints the completion script of a shell"
	completion.UsageText = "node completion bash|zsh|fish"
	completion.Description = completionDescription
	completion.Metadata = map[string]any{"exits": "exit codes: 0 the script is printed, 2 usage error"}
	completion.Action = noShell
	completion.Commands = slices.DeleteFunc(completion.Commands, func(shell *cli.Command) bool { return shell.Name == "pwsh" }) // untested
	for _, shell := range completion.Commands {
		verb(shell).Hidden = true // the usage line names them
		shell.UsageText, shell.Description, shell.Metadata = completion.UsageText, completion.Description, completion.Metadata
	}
}

// noShell reports that the argument is no shell, or that there is none.
func noShell(_ context.Context, completion *cli.Command) error {
	if !completion.Args().Present() {
		return errors.New("completion needs a shell: bash, zsh or fish")
	}
	return fmt.Errorf("unknown shell %q: write bash, zsh or fish", completion.Args().First())
}
