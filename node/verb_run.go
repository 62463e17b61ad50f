package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v3"

	"github.com/busgen/busgen/node/run"
)

const runDescription = `Runs an exchange with simulated traders, block by block. Its events go to the
positions plug-in and into a database. Prints the markets, the parties that
gained and lost most, the events by kind, and last

    cascades: C, parties closed out: P, trades between them: T
    shared losses: L
    rejected: R (normal: the order was gone, or the money too little)
    throughput: E events in N blocks, S s (R events/s)
    digest: HEX
    database: FILE, height N
    continued: the file had H blocks; compared C, added A
    audit: clean, T transactions

The same seed, markets and parties give the same digest. A database that
already has some of the blocks is continued: those blocks run again and are
compared, and only later blocks are written. Ctrl-C ends the run after the
current block, with a report.`

const runExits = `exit codes: 0 all blocks ran, 1 the database or the report cannot be written or
the audit found something, 2 usage error, 130 stopped by a signal`

// runVerb defines the verb run.
func runVerb(c console) *cli.Command {
	config := run.Config{Out: c.out, Err: c.err, Progress: c.progress}
	return verb(&cli.Command{
		Name:        "run",
		Usage:       "runs an exchange with simulated traders",
		UsageText:   "node run [flags]",
		Description: runDescription,
		Metadata:    map[string]any{"exits": runExits},
		Flags: []cli.Flag{
			&cli.Uint64Flag{Name: "blocks", Usage: "run up to block `N`", Value: 500, Destination: &config.Blocks},
			&cli.IntFlag{Name: "markets", Usage: "number `M` of markets, 1 to 100", Value: 3, Destination: &config.Traders.Markets},
			&cli.IntFlag{Name: "parties", Usage: "number `P` of traders, 6 to 1000", Value: 30, Destination: &config.Traders.Parties},
			&cli.Uint64Flag{Name: "seed", Usage: "random seed `S`", Value: 1, Destination: &config.Traders.Seed},
			&cli.StringFlag{Name: "db", Usage: "`FILE` of the database", DefaultText: "busgen-S-M-P.db", Destination: &config.Database},
			&cli.BoolFlag{Name: "audit", Usage: "check the events after every transaction", HideDefault: true, Destination: &config.Audit},
			&cli.BoolFlag{Name: "stores", Usage: "write a database; -stores=false for none", Value: true},
		},
		Action: func(ctx context.Context, v *cli.Command) error {
			if err := complete(&config, v); err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
			defer stop()
			context.AfterFunc(ctx, stop) // a second signal does not wait
			return exit(run.Run(ctx, config))
		},
	})
}

// complete sets the default name of the database. It returns an error if flags contradict each other or are out of range.
func complete(config *run.Config, v *cli.Command) error {
	stores := v.Bool("stores")
	switch {
	case v.Args().Present():
		const fix = "write the value of a bool flag with =, as in -stores=false"
		return fmt.Errorf("run has flags only, and %q is none: %s", v.Args().First(), fix)
	case v.IsSet("db") && config.Database == "":
		return errors.New("-db without a name: write the name of a file, or -stores=false")
	case !stores && config.Database != "":
		return errors.New("-db with -stores=false: write one of them")
	}
	if stores && config.Database == "" {
		config.Database = config.DefaultDatabase()
	}
	return config.Validate()
}
