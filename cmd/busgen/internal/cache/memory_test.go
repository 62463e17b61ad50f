package cache

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestRemember(t *testing.T) {
	t.Setenv(Variable, filepath.Join(t.TempDir(), "new", "folder"))
	m := Open()
	require.True(t, m.On())
	require.False(t, m.Knows(Lines("a")))
	m.Remember(Lines("a"))
	m.Remember(Lines("a"))
	require.True(t, Open().Knows(Lines("a")))
	require.False(t, m.Knows(Lines("b")))
	require.NoError(t, os.Mkdir(m.file(Lines("b")), 0o755))
	require.False(t, m.Knows(Lines("b")), "a folder is no state")
}

func TestOff(t *testing.T) {
	for _, value := range []string{Off, "relative/folder"} {
		t.Setenv(Variable, value)
		m := Open()
		require.False(t, m.On())
		m.Remember(Lines("a"))
		require.False(t, m.Knows(Lines("a")))
	}
	t.Setenv(Variable, "")
	t.Setenv("HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("LocalAppData", "")
	t.Setenv("home", "")
	require.False(t, Open().On(), "a user without a cache folder")
}

// TestTrim: a memory does not grow for ever; the oldest states go first, and what is no state stays.
func TestTrim(t *testing.T) {
	t.Setenv(Variable, t.TempDir())
	m := Open()
	foreign := filepath.Join(m.dir, "notes.txt")
	require.NoError(t, os.WriteFile(foreign, nil, 0o644))
	begun := time.Now().Add(-time.Hour)
	state := func(i int) Sum { return Lines(fmt.Sprint(i)) }
	for i := range most {
		m.Remember(state(i))
		require.NoError(t, os.Chtimes(m.file(state(i)), begun, begun.Add(time.Duration(i)*time.Second)))
	}
	require.True(t, m.Knows(state(0)), "there is room for that many")
	m.Remember(Lines("last"))
	require.True(t, m.Knows(Lines("last")))
	for i := range most {
		require.Equal(t, i > most/2, m.Knows(state(i)), i)
	}
	require.FileExists(t, foreign)
}

func TestSums(t *testing.T) {
	sums := map[Sum]string{}
	distinct := func(s Sum, what string) {
		require.Empty(t, sums[s], what)
		sums[s] = what
	}
	distinct(Lines(), "no line")
	distinct(Lines(""), "an empty line")
	distinct(Lines("a", "b"), "two lines")
	distinct(Lines("a\nb"), "one line of two")
	distinct(Lines("b", "a"), "another order")
	files := func(namesAndContents ...string) Sum {
		m := map[string][]byte{}
		for i := 0; i < len(namesAndContents); i += 2 {
			m[namesAndContents[i]] = []byte(namesAndContents[i+1])
		}
		return Files(m)
	}
	distinct(files("a", "b"), "a file")
	distinct(files("a", "c"), "another content")
	distinct(files("b", "b"), "another name")
	distinct(files("a", "b", "c", ""), "another file")
	distinct(files("a", "b\"c\" 0\n"), "a content that looks like another file")
	require.Equal(t, files("a", "b", "c", "d"), files("c", "d", "a", "b"))
}

func TestProgram(t *testing.T) {
	sum, err := Program()
	require.NoError(t, err)
	name, err := os.Executable()
	require.NoError(t, err)
	again, err := file(name)
	require.NoError(t, err)
	require.Equal(t, again, sum)
	other := filepath.Join(t.TempDir(), "other")
	require.NoError(t, os.WriteFile(other, []byte("other"), 0o644))
	differs, err := file(other)
	require.NoError(t, err)
	require.NotEqual(t, sum, differs)
	_, err = file(filepath.Join(t.TempDir(), "none"))
	require.Error(t, err)
}
