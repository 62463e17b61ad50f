package write

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func own(_ string, content []byte) bool { return strings.HasPrefix(string(content), "own") }

func folder(t *testing.T, files map[string]string) string {
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, os.MkdirAll(dir, 0o755))
	for name, content := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
	}
	return dir
}

func content(t *testing.T, dir string) map[string]string {
	folder := Read(dir)
	require.NoError(t, folder.err)
	got := map[string]string{}
	for name, c := range folder.Files() {
		got[name] = string(c)
	}
	return got
}

func TestApplyChangesOwnFilesOnly(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.go": "own old\n", "same.go": "own same\n", "orphan.go": "own gone\n", "mine.go": "package x\n", "own.txt": "own",
		".busgen-1.tmp": "left by a killed run",
	})
	p, list := New(Read(dir), map[string][]byte{"a.go": []byte("own new\n"), "same.go": []byte("own same\n"), "b.go": []byte("own b\n")}, own, "hint")
	require.Empty(t, list)
	require.True(t, p.Stale())
	var diff strings.Builder
	require.NoError(t, p.Diff(&diff, filepath.Dir(dir)))
	require.Equal(t, `--- a/out/a.go
+++ b/out/a.go
@@ -1 +1 @@
-own old
+own new
--- /dev/null
+++ b/out/b.go
@@ -0,0 +1 @@
+own b
--- a/out/orphan.go
+++ /dev/null
@@ -1 +0,0 @@
-own gone
`, diff.String())
	require.NoError(t, p.Apply(false))
	require.Equal(t, map[string]string{
		"a.go": "own new\n", "b.go": "own b\n", "same.go": "own same\n", "mine.go": "package x\n", "own.txt": "own",
	}, content(t, dir))
}

func TestForeignFileInTheWay(t *testing.T) {
	dir := folder(t, map[string]string{"a.go": "package x\n"})
	require.NoError(t, os.Mkdir(filepath.Join(dir, "b.go"), 0o755))
	_, list := New(Read(dir), map[string][]byte{"a.go": []byte("own"), "b.go": []byte("own")}, own, "hint")
	require.Len(t, list, 2)
	require.Equal(t, filepath.Join(dir, "a.go"), list[0].Pos.Filename)
	require.Contains(t, list[1].Hint, "rename it")
}

func TestMissingFolderIsMade(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "x", "y")
	p, list := New(Read(dir), map[string][]byte{"a.go": []byte("own")}, own, "hint")
	require.Empty(t, list)
	require.NoError(t, p.Apply(false))
	require.Equal(t, map[string]string{"a.go": "own"}, content(t, dir))
}

func TestFailureLeavesEverythingAsItWas(t *testing.T) {
	dir := folder(t, map[string]string{"a.go": "own old\n", "z.go": "own old\n"})
	p, list := New(Read(dir), map[string][]byte{"a.go": []byte("own new\n"), "b.go": []byte("own b\n"), "z.go": []byte("own new\n")}, own, "hint")
	require.Empty(t, list)
	require.NoError(t, os.Remove(filepath.Join(dir, "z.go")))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "z.go", "full"), 0o755), "a folder can't be replaced by a file")
	require.Error(t, p.Apply(false))
	require.Equal(t, map[string]string{"a.go": "own old\n", "z.go": ""}, content(t, dir))
}

func TestOutputThatIsNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out")
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	_, list := New(Read(file), map[string][]byte{"a.go": []byte("own")}, own, "hint")
	require.Len(t, list, 1)
	require.Contains(t, list[0].Message, "can't read the output folder")
}
