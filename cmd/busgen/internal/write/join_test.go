package write

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestJoin: the changes of several folders are made together, each file's once, or not at all.
func TestJoin(t *testing.T) {
	one := folder(t, map[string]string{"a.go": "own old", "orphan.go": "own gone"})
	two := filepath.Join(t.TempDir(), "new")
	p, list := New(Read(one), map[string][]byte{"a.go": []byte("own a")}, own, "")
	require.Empty(t, list)
	q, list := New(Read(two), map[string][]byte{"b.go": []byte("own b")}, own, "")
	require.Empty(t, list)
	again, list := New(Read(one), map[string][]byte{"a.go": []byte("own later"), "orphan.go": []byte("own gone")}, own, "")
	require.Empty(t, list)

	joined := Join(p, q, again)
	require.Equal(t, map[string][]byte{
		filepath.Join(one, "a.go"):      []byte("own a"),
		filepath.Join(one, "orphan.go"): nil,
		filepath.Join(two, "b.go"):      []byte("own b"),
	}, joined.Overlay())
	require.NoError(t, joined.Apply(false))
	require.Equal(t, map[string]string{"a.go": "own a"}, content(t, one))
	require.Equal(t, map[string]string{"b.go": "own b"}, content(t, two))
	require.False(t, Join().Stale())
}

func TestJoinedFailureLeavesEverythingAsItWas(t *testing.T) {
	one := folder(t, map[string]string{"a.go": "own old"})
	two := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(two, nil, 0o644))
	p, list := New(Read(one), map[string][]byte{"a.go": []byte("own a")}, own, "")
	require.Empty(t, list)
	q := &Plan{changes: []change{{dir: two, name: "b.go", after: []byte("own b")}}}
	require.Error(t, Join(p, q).Apply(false))
	require.Equal(t, map[string]string{"a.go": "own old"}, content(t, one))
}
