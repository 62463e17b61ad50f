package store_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/node/store"
)

// written returns a file with some blocks.
func written(t *testing.T, height uint64) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	c := mustStart(t, path, 1)
	require.NoError(t, c.run(height))
	require.NoError(t, c.db.Close())
	return path
}

// change runs a statement on a file from outside.
func change(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	_, err = db.Exec(statement)
	require.NoError(t, err)
	require.NoError(t, db.Close())
}

// TestRefusals opens files that cannot be used: each error says what to do, and the file stays as it is.
func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(t *testing.T, path string)
		want  error
		says  string
	}{
		"noise": {func(t *testing.T, path string) {
			require.NoError(t, os.WriteFile(path, []byte("this is no database at all, but long enough for a header of one: 100 bytes of it or more than that"), 0o600))
		}, store.ErrCorrupt, "restore it from a copy"},
		"cut short": {func(t *testing.T, path string) { require.NoError(t, os.Truncate(path, 9000)) }, store.ErrCorrupt, "restore it from a copy"},
		"damaged":   {damage, store.ErrCorrupt, "restore it from a copy"},
		"newer": {func(t *testing.T, path string) {
			change(t, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)")
		}, store.ErrNewer, "version 99"},
		"other seed": {func(t *testing.T, path string) { change(t, path, "UPDATE run SET value = '8'") }, store.ErrOtherRun, `its seed is "8", not "1"`},
		"foreign":    {func(t *testing.T, path string) { change(t, path, "PRAGMA application_id = 5") }, store.ErrForeign, "use another file"},
		"folder": {func(t *testing.T, path string) {
			require.NoError(t, os.Remove(path))
			require.NoError(t, os.Mkdir(path, 0o700))
		}, store.ErrOpen, "not a folder itself"},
	} {
		t.Run(name, func(t *testing.T) {
			path := written(t, 3)
			c.spoil(t, path)
			before, _ := os.ReadFile(path) // a folder has no content
			_, err := start(path, 1)
			require.ErrorIs(t, err, c.want)
			require.ErrorContains(t, err, c.says)
			require.ErrorContains(t, err, path)
			after, _ := os.ReadFile(path)
			require.Equal(t, before, after)
		})
	}
	_, err := start(filepath.Join(t.TempDir(), "missing", "x.db"), 1)
	require.ErrorIs(t, err, store.ErrOpen)
	_, err = store.OpenReader(context.Background(), filepath.Join(t.TempDir(), "missing.db"))
	require.ErrorIs(t, err, store.ErrOpen)
}

// damage writes over the middle of a file.
func damage(t *testing.T, path string) {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	for i := 8192; i < len(data)-4096; i++ {
		data[i] ^= 0xff
	}
	require.NoError(t, os.WriteFile(path, data, 0o600))
}

// stopsAt runs a core on a file that fails after some blocks. The core stops at the end of a block, and the file has whole blocks.
func stopsAt(t *testing.T, spoil func(path string), want error) (stopped, stored uint64) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	c := mustStart(t, path, 1)
	require.NoError(t, c.run(3))
	spoil(path)
	require.ErrorIs(t, c.run(200), want)
	require.Equal(t, c.height-1, c.db.Height(), "it stops at the block that failed")
	require.ErrorIs(t, c.db.Close(), want)
	return c.height, requireWhole(t, path)
}

func TestLockedFile(t *testing.T) {
	var other *sql.DB
	stopped, stored := stopsAt(t, func(path string) {
		var err error
		other, err = sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
		require.NoError(t, err)
		_, err = other.Begin()
		require.NoError(t, err)
	}, store.ErrLocked)
	require.NoError(t, other.Close())
	require.Equal(t, []uint64{4, 3}, []uint64{stopped, stored})
}

// TestTwoWriters lets a second node continue the file of a first: the one that is late with a block stops.
func TestTwoWriters(t *testing.T) {
	stopped, stored := stopsAt(t, func(path string) {
		second := mustStart(t, path, 1)
		require.NoError(t, second.run(10))
		require.NoError(t, second.db.Close())
	}, store.ErrLocked)
	require.Equal(t, []uint64{4, 10}, []uint64{stopped, stored})
}

// TestFullDisk limits the size of the file. The stores stop when it is full.
func TestFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	c := mustStart(t, path, 1)
	require.NoError(t, c.run(3))
	require.NoError(t, c.db.LimitPages(60))
	require.ErrorIs(t, c.run(200), store.ErrFull)
	require.ErrorContains(t, c.db.Err(), "make room")
	stored := c.db.Height()
	require.Equal(t, c.height-1, stored)
	require.ErrorIs(t, c.db.Close(), store.ErrFull)
	require.Equal(t, stored, requireWhole(t, path))

	c = mustStart(t, path, 1) // there is room again
	require.NoError(t, c.run(60))
	require.NoError(t, c.db.Close())
	straight := filepath.Join(t.TempDir(), "straight.db")
	c = mustStart(t, straight, 1)
	require.NoError(t, c.run(60))
	require.NoError(t, c.db.Close())
	require.Equal(t, content(t, straight), content(t, path))
}

// TestReadOnlyFile opens a file in read-only mode, because permissions do not stop a superuser.
func TestReadOnlyFile(t *testing.T) {
	err := store.OpenUnwritable(written(t, 3))
	require.ErrorIs(t, err, store.ErrReadOnly)
	require.ErrorContains(t, err, "change its permissions")
}

func TestOtherHistory(t *testing.T) {
	path := written(t, 5)
	change(t, path, "UPDATE blocks SET digest = 'other' WHERE height = 4")
	c := mustStart(t, path, 1)
	err := c.run(10)
	require.ErrorIs(t, err, store.ErrHistory)
	require.ErrorContains(t, err, "block 4 is the first that differs")
	require.ErrorIs(t, c.db.Close(), store.ErrHistory)
	require.Equal(t, uint64(5), requireWhole(t, path))
}

// TestAnyNameIsAFile uses names that have a special meaning for the database.
func TestAnyNameIsAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{":memory:", "file:x.db?mode=memory", "a b", "ä%20?#"} {
		c := mustStart(t, name, 1)
		require.NoError(t, c.run(2))
		require.NoError(t, c.db.Close())
		require.FileExists(t, name)
		c = mustStart(t, name, 1)
		require.Equal(t, uint64(2), c.db.Height())
		require.NoError(t, c.db.Close())
	}
}
