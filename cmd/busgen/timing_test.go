package main

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// timed parses what -timing prints: the names of the lines, in order, and the sum of all but the last.
func timed(t *testing.T, lines []string) (names []string, sum, total time.Duration) {
	t.Helper()
	for _, line := range lines {
		require.Len(t, line, len(lines[0]), "the lines are aligned")
		words := strings.Fields(line)
		require.Len(t, words, 2, line)
		took, err := time.ParseDuration(words[1])
		require.NoError(t, err, line)
		names = append(names, words[0])
		sum, total = sum+total, took
	}
	return names, sum, total
}

// TestTiming: the flag prints each stage that ran, with its time, and the total.
func TestTiming(t *testing.T) {
	all := []string{"load", "directives", "model", "check", "lock", "emit", "write", "total"}
	p := newProgram(t)
	p.domain("//busgen:event\ntype A struct{ X int }\n")
	for _, line := range []string{"-timing ./domain", "check ./domain -timing"} {
		code, stdout, stderr := p.run(strings.Fields(line)...)
		require.Equal(t, exitOK, code, stderr)
		require.Empty(t, stdout)
		_, times := summary(stderr)
		names, sum, total := timed(t, strings.Split(strings.TrimSuffix(times, "\n"), "\n"))
		require.Equal(t, all, names)
		require.Positive(t, sum)
		require.InDelta(t, sum, total, float64(total/2), "the stages are most of the run")
	}
}

// TestTimingOfFailure: findings come first, then the stages up to the one that found them.
func TestTimingOfFailure(t *testing.T) {
	p := newProgram(t)
	p.domain("//busgen:event\ntype A struct{ X chan int }\n")
	code, _, stderr := p.run("-timing", "./domain")
	require.Equal(t, exitFindings, code)
	findings, times, found := strings.Cut(stderr, "\nload ")
	require.True(t, found, stderr)
	require.Contains(t, findings, "domain/a.go:3:")
	names, _, _ := timed(t, strings.Split(strings.TrimSuffix("load "+times, "\n"), "\n"))
	require.Equal(t, []string{"load", "directives", "model", "check", "total"}, names)

	code, _, stderr = p.run("-timing", "./nowhere")
	require.Equal(t, exitFindings, code)
	require.Regexp(t, `\nload +\S+\ntotal +\S+\n$`, stderr)
}
