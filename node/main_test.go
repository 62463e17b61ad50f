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
		{"", replay.ExitUsage, "", "node: no verb"},
		{"play", replay.ExitUsage, "", `node: unknown verb "play"`},
		{"replay", replay.ExitUsage, "", "node: replay needs a file or a folder"},
		{"replay -colour " + good, replay.ExitUsage, "", "node: flag provided but not defined: -colour"},
		{"-h", replay.ExitMatch, "usage: node replay", ""},
		{"help", replay.ExitMatch, "usage: node replay", ""},
		{"replay -h", replay.ExitMatch, "usage: node replay", ""},
		{"replay " + good, replay.ExitMatch, "replay: 1 of 1 streams match", ""},
		{"replay -table " + good + " " + good, replay.ExitMatch, "MARKET", ""},
		{"replay nowhere", replay.ExitMismatch, "replay: 0 of 1 streams match", "nowhere"},
	}
	for _, test := range tests {
		t.Run(test.arguments, func(t *testing.T) {
			var out, errs bytes.Buffer
			code := run(strings.Fields(test.arguments), replay.Config{Out: &out, Err: &errs})
			require.Equal(t, test.code, code)
			require.Contains(t, out.String(), test.out)
			require.Contains(t, errs.String(), test.errs)
			if test.code == replay.ExitUsage {
				require.Contains(t, errs.String(), "usage: node replay")
				require.Empty(t, out.String())
			}
		})
	}
}
