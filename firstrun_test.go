package busgen_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// TestFirstRun does what a newcomer does first: make run, twice, in a copy of the project without benchmarks and examples. Every line
// fits 80 columns, none looks like a problem, and the second run says that it continued a database.
func TestFirstRun(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the project and runs an exchange")
	}
	dir := t.TempDir()
	copyProject(t, dir, ".git", "bin", "bench", "examples")
	for _, continued := range []bool{false, true} {
		out := makeRun(t, dir)
		for line := range strings.Lines(out) {
			require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 80, line)
			require.NotRegexp(t, problem, line)
		}
		for _, command := range []string{
			"go -C . generate ./...", "go -C node generate ./...", "go build -buildvcs=false -o bin/ ./cmd/busgen",
			"go -C node build -buildvcs=false -o ../bin/ .", "bin/node run -audit", "bin/node replay -table node/testdata/streams",
		} {
			require.Contains(t, "\n"+out, "\n"+command+"\n")
		}
		require.Contains(t, out, "\naudit: clean, ")
		require.Contains(t, out, "\nreplay: 61 of 61 streams match, 870 of 870 positions\n")
		require.Contains(t, out, "\ndatabase: busgen-1-3-30.db, height 500\n")
		require.Equal(t, continued, strings.Contains(out, "\ncontinued: the file had 500 blocks; compared 500, added 0\n"), out)
	}
}

// problem matches words that a newcomer takes for a problem.
var problem = regexp.MustCompile(`(?i)\b(errors?|warnings?|fail(s|ed|ure)?|note|hint|cannot|missing|mismatch(es)?|findings?)\b`)

// makeRun runs make run in a folder, and returns what it prints.
func makeRun(t *testing.T, dir string) string {
	t.Helper()
	var out bytes.Buffer
	command := exec.Command("make", "run")
	command.Dir, command.Stdout, command.Stderr = dir, &out, &out
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "MAKE") { // the tests may have been started by make
			command.Env = append(command.Env, variable)
		}
	}
	require.NoError(t, command.Run(), "%s", &out)
	return out.String()
}

// copyProject copies the files of the project to a folder, without some folders.
func copyProject(t *testing.T, to string, without ...string) {
	t.Helper()
	skipped := map[string]bool{}
	for _, folder := range without {
		skipped[folder] = true
	}
	require.NoError(t, filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case skipped[name]:
			return filepath.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		case strings.Contains(d.Name(), ".db"): // of runs in this folder
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), text, 0o644)
	}))
}

// TestHelpOfMake looks at what make alone prints: every line fits 80 columns.
func TestHelpOfMake(t *testing.T) {
	out, err := exec.Command("make").Output()
	require.NoError(t, err)
	require.Contains(t, string(out), "make run ")
	for line := range strings.Lines(string(out)) {
		require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 80, line)
	}
}
