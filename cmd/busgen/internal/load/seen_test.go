package load

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// seenOf loads the domain package below dir and returns what that tells of it.
func seenOf(t *testing.T, dir string) (lines []string, ok bool) {
	t.Helper()
	p, _ := Load(dir, "./domain")
	require.NotNil(t, p)
	return p.Seen()
}

// TestSeen: two loads of the same tell the same, and a change is told even where a package that is needed lies two imports away.
func TestSeen(t *testing.T) {
	dir := layOut(t, project)
	before, ok := seenOf(t, dir)
	require.True(t, ok)
	again, ok := seenOf(t, dir)
	require.True(t, ok)
	require.Equal(t, before, again)
	told := strings.Join(before, "\n")
	for _, want := range []string{
		"folder " + filepath.Join(dir, "domain") + "\n", "file " + filepath.Join(dir, "domain", "trade.go") + " ",
		"file " + filepath.Join(dir, "domain", "trade_test.go") + " ", "package example.com/case/extra example.com/case/extra 1.26 ",
		"package time   ", "sizes ",
	} {
		require.Contains(t, told, want)
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "extra/extra.go"), []byte("package extra\n\ntype Amount int32\n"), 0o644))
	after, ok := seenOf(t, dir)
	require.True(t, ok)
	require.NotEqual(t, before, after)
}

// TestSeenIsNotKnown: without export data nobody can say which package it was.
func TestSeenIsNotKnown(t *testing.T) {
	dir := layOut(t, project)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "extra/extra.go"), []byte("package extra\n\ntype Amount missing\n"), 0o644))
	lines, ok := seenOf(t, dir)
	require.False(t, ok)
	require.Nil(t, lines)
	_, ok = (&Package{}).Seen()
	require.False(t, ok, "a package that was not loaded")
}

func TestIsContent(t *testing.T) {
	sum := strings.Repeat("0a", 32)
	for name, want := range map[string]bool{sum + "-d": true, sum: false, sum + "-a": false, sum[2:] + "-d": false, "time.a": false, ".": false, "": false} {
		require.Equal(t, want, isContent(name), name)
	}
}
