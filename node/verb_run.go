package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/busgen/busgen/node/run"
)

func runVerb(arguments []string, c console) int {
	config := run.Config{Out: c.out, Err: c.err, Progress: c.progress}
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // misuse says it
	flags.Uint64Var(&config.Blocks, "blocks", 500, "")
	flags.IntVar(&config.Traders.Markets, "markets", 3, "")
	flags.IntVar(&config.Traders.Parties, "parties", 30, "")
	flags.Uint64Var(&config.Traders.Seed, "seed", 1, "")
	flags.StringVar(&config.Database, "db", "", "")
	flags.BoolVar(&config.Audit, "audit", false, "")
	stores := flags.Bool("stores", true, "")
	err := flags.Parse(arguments)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return c.help()
	case err != nil:
		return c.misuse(err.Error())
	case flags.NArg() > 0:
		return c.misuse(fmt.Sprintf("run has flags only, and %q is none: a bool is written with =, as -stores=false", flags.Arg(0)))
	case given(flags, "db") && config.Database == "":
		return c.misuse("-db without a name: write a file's, or -stores=false")
	case !*stores && config.Database != "":
		return c.misuse("-db with -stores=false: write one of them")
	}
	if *stores && config.Database == "" {
		config.Database = config.DefaultDatabase()
	}
	if err := config.Validate(); err != nil {
		return c.misuse(err.Error())
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal does not wait
	return run.Run(ctx, config)
}

// given says whether the command line has the flag.
func given(flags *flag.FlagSet, name string) (found bool) {
	flags.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}
