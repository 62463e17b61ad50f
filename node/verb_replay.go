package main

import (
	"errors"
	"flag"
	"io"

	"github.com/busgen/busgen/node/replay"
)

func replayVerb(arguments []string, c console) int {
	config := replay.Config{Out: c.out, Err: c.err, Progress: c.progress}
	flags := flag.NewFlagSet("replay", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // misuse says it
	flags.BoolVar(&config.Table, "table", false, "")
	err := flags.Parse(arguments)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return c.help()
	case err != nil:
		return c.misuse(err.Error())
	case flags.NArg() == 0:
		return c.misuse("replay needs a file or a folder")
	}
	return replay.Run(config, flags.Args())
}
