package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

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

		{"help run", exitDone, "usage: node run", ""},
		{"help -h", exitDone, "usage: node help", ""},
		{"help help", exitDone, "usage: node help", ""},
		{"completion bash -h", exitDone, "usage: node completion bash|zsh|fish", ""},
		{"run --help junk", exitDone, "usage: node run", ""},
		{"-h replay", exitDone, "usage: node replay", ""},
		{"completion -h", exitDone, "usage: node completion bash|zsh|fish", ""},
		{"replay " + good + " --table", exitDone, "MARKET", ""},
		{"run --blocks=20 --stores=false", exitDone, "digest: ", ""},
		{"rnu", exitUsage, "", `node: unknown verb "rnu"; did you mean run?`},
		{"help rnu", exitUsage, "", `node: unknown verb "rnu"; did you mean run?`},
		{"zzz", exitUsage, "", `node: unknown verb "zzz": write run or replay`},
		{"-table replay", exitUsage, "", "node: flag provided but not defined: -table"},
		{"run -block 3", exitUsage, "", "node: flag provided but not defined: -block; did you mean -blocks?\n"},
		{"replay --tabel " + good, exitUsage, "", "node: flag provided but not defined: -tabel; did you mean -table?\n"},
		{"run -seed", exitUsage, "", "node: flag needs an argument: -seed\n"},
		{"run -seed 99999999999999999999", exitUsage, "", `"99999999999999999999" for flag -seed: value out of range`},
		{"run -audit=maybe", exitUsage, "", `node: invalid value "maybe" for flag -audit: parse error`},
		{"completion", exitUsage, "", "node: completion needs a shell: bash, zsh or fish"},
		{"completion bash -x", exitUsage, "", "node: flag provided but not defined: -x"},
		{"completion tcsh", exitUsage, "", `node: unknown shell "tcsh": write bash, zsh or fish`},
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

// TestHelpWidth prints the help of every verb: a terminal of 80 columns has room for it.
func TestHelpWidth(t *testing.T) {
	for _, line := range []string{"help", "help run", "help replay", "help completion", "help help", "completion zsh -h", "tset", "run -bolcks 3"} {
		var out bytes.Buffer
		command(strings.Fields(line), console{out: &out, err: &out})
		require.NotEmpty(t, out.String())
		for line := range strings.Lines(out.String()) {
			require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 80, line)
		}
	}
}

// TestHelpListsEveryFlag compares the help of each verb with the flags that this project's documents use.
func TestHelpListsEveryFlag(t *testing.T) {
	for verb, flags := range map[string][]string{
		"run":    {"-blocks N ", "-markets M ", "-parties P ", "-seed S ", "-db FILE ", "-audit ", "-stores ", "-help, -h "},
		"replay": {"-table ", "-help, -h "},
	} {
		var out bytes.Buffer
		require.Equal(t, exitDone, command([]string{verb, "-h"}, console{out: &out, err: &out}))
		for _, flag := range flags {
			require.Contains(t, out.String(), "\n  "+flag)
		}
		require.Contains(t, out.String(), "\nexit codes: 0 ")
	}
}

// TestCompletion asks for completions as the scripts of the shells do.
func TestCompletion(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "node")
	out, err := exec.Command("go", "build", "-buildvcs=false", "-o", binary, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	for line, want := range map[string][]string{
		"":         {"run:", "replay:", "completion:", "help:"},
		"run -":    {"--blocks:", "--markets:", "--parties:", "--seed:", "--db:", "--audit:", "--stores:"},
		"replay -": {"--table:"},
	} {
		out, err := exec.Command(binary, append(strings.Fields(line), "--generate-shell-completion")...).Output()
		require.NoError(t, err)
		for _, candidate := range want {
			require.Contains(t, "\n"+string(out), "\n"+candidate)
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish"} {
		out, err := exec.Command(binary, "completion", shell).Output()
		require.NoError(t, err)
		require.Contains(t, string(out), "--generate-shell-completion")
		if path, err := exec.LookPath(shell); err == nil {
			check := exec.Command(path, "-n")
			check.Stdin = bytes.NewReader(out)
			said, err := check.CombinedOutput()
			require.NoError(t, err, "%s: %s", shell, said)
		}
	}
}
