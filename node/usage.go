package main

const usage = `Node runs an exchange with simulated traders, and replays recorded event streams.

usage: node run [-blocks N] [-markets M] [-parties P] [-seed S] [-db FILE] [-audit] [-stores=false]

Simulated traders drive the exchange block by block; its events go to the positions plug-in and into a database. Prints the
markets, the parties that gained and lost most, the events by kind, and last

    cascades: C, P parties closed out, …
    workflow errors: W
    throughput: E events in N blocks, S s (R events/s)
    digest: HEX
    database: FILE, height N
    audit: clean, T transactions

The same seed, markets and parties give the same digest. A database that already has some of the blocks is continued: those
blocks run again, and only later blocks are written. Ctrl-C ends the run after the current block, with a report.

  -blocks N       run up to this block (default 500)
  -markets M      this many markets, 1 to 100 (default 3)
  -parties P      this many traders, 6 to 1000 (default 30)
  -seed S         random seed (default 1)
  -db FILE        the database (default busgen-S-M-P.db, in the working folder)
  -audit          check after every transaction that the events make sense
  -stores=false   run without a database

exit codes: 0 all blocks ran, 1 the database or the report cannot be written or the audit found something, 2 usage, 130 stopped by a signal

usage: node replay [-table] FILE|DIR …

Each FILE is a recorded stream; a DIR stands for the *.jsonl files in it, by name. Every stream is fed to a bus of its own
with the positions plug-in attached, and all figures of every checkpoint and expected row are compared. Prints mismatches (file,
market, party, field, got, want), for one file the positions as a table, and last

    replay: F of F streams match, P of P positions, E events in S s (N events/s)

where the positions are the rows of checkpoints and expected lines, and the events include the start and the end of blocks.
Errors in streams go to standard error, as file:line: cause; the other files are still replayed.

  -table    print a table even if there are several files: of the first with the most positions
  -h        print this text

exit codes: 0 everything matches, 1 something differs or cannot be read, 2 usage
`
