package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/node/replay"
)

func TestCommandLine(t *testing.T) {
	const good = "testdata/streams/unit-0002.jsonl"
	tests := []struct {
		arguments string
		code      int
		out, errs string
	}{
		{"", exitUsage, "", "node: no verb"},
		{"play", exitUsage, "", `node: unknown verb "play"`},
		{"replay", exitUsage, "", "node: replay needs a file or a folder"},
		{"replay -colour " + good, exitUsage, "", "node: flag provided but not defined: -colour"},
		{"-h", exitDone, "usage: node replay", ""},
		{"help", exitDone, "usage: node replay", ""},
		{"replay -h", exitDone, "usage: node replay", ""},
		{"replay " + good, exitDone, "replay: 1 of 1 streams match", ""},
		{"replay -table " + good + " " + good, exitDone, "MARKET", ""},
		{"run -h", exitDone, "usage: node run", ""},
		{"run -blocks 0", exitUsage, "", "node: 0 blocks: want 1 to"},
		{"run -blocks -3", exitUsage, "", `node: invalid value "-3" for flag -blocks`},
		{"run -markets 0", exitUsage, "", "node: 0 markets: want 1 to 100"},
		{"run -markets 101", exitUsage, "", "node: 101 markets: want 1 to 100"},
		{"run -parties 5", exitUsage, "", "node: 5 parties: want 6 to 1000"},
		{"run -seed x", exitUsage, "", `node: invalid value "x" for flag -seed`},
		{"run -stores false", exitUsage, "", `node: run has flags only, and "false" is none`},
		{"run -db=", exitUsage, "", "node: -db without a name"},
		{"run -db x.db -stores=false", exitUsage, "", "node: -db with -stores=false"},
		{"run -blocks 20 -stores=false -audit", exitDone, "audit: clean", ""},
		{"replay nowhere", replay.ExitMismatch, "replay: 0 of 1 streams match", "nowhere"},
	}
	for _, test := range tests {
		t.Run(test.arguments, func(t *testing.T) {
			var out, errs bytes.Buffer
			code := command(strings.Fields(test.arguments), console{out: &out, err: &errs})
			require.Equal(t, test.code, code)
			require.Contains(t, out.String(), test.out)
			require.Contains(t, errs.String(), test.errs)
			if test.code == exitUsage {
				require.Contains(t, errs.String(), "usage: node replay")
				require.Empty(t, out.String())
			}
		})
	}
}
