package main

import (
	"context"
	"errors"

	"github.com/urfave/cli/v3"

	"github.com/busgen/busgen/node/replay"
)

const replayDescription = `Replays recorded streams. Each FILE is a stream; a DIR stands for its *.jsonl
files, by name. Every stream has a bus of its own with the positions plug-in
attached, and all figures of every checkpoint and expected row are compared.
Prints mismatches (file, market, party, field, got, want), for one file its
positions in two tables, and last

    throughput: E events, S s (N events/s)
    replay: F of F streams match, P of P positions

where the positions are the rows of checkpoints and expected lines, and the
events include the start and the end of blocks. Errors in streams go to standard
error as file:line: cause, and the other files are still replayed.`

const replayExits = `exit codes: 0 everything matches, 1 something differs or cannot be read, 2 usage
error`

// replayVerb defines the verb replay.
func replayVerb(c console) *cli.Command {
	config := replay.Config{Out: c.out, Err: c.err, Progress: c.progress}
	return verb(&cli.Command{
		Name:        "replay",
		Usage:       "replays recorded event streams, and compares the positions",
		UsageText:   "node replay [flags] FILE|DIR …",
		Description: replayDescription,
		Metadata:    map[string]any{"exits": replayExits},
		Flags: []cli.Flag{
			&cli.BoolFlag{
				Name: "table", Usage: "for several files, print the tables of the largest", HideDefault: true, Destination: &config.Table,
			},
		},
		Action: func(_ context.Context, v *cli.Command) error {
			if !v.Args().Present() {
				return errors.New("replay needs a file or a folder")
			}
			return exit(replay.Run(config, v.Args().Slice()))
		},
	})
}
