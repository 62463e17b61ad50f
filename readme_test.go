package busgen_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// shBlock matches a block of shell commands in a document.
var shBlock = regexp.MustCompile("(?s)```sh\n(.*?)```")

// readmeCommands returns the shell commands of the README that start with a prefix, in order, without comments.
func readmeCommands(t *testing.T, prefix string) []string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	var commands []string
	for _, block := range shBlock.FindAllStringSubmatch(string(text), -1) {
		for line := range strings.Lines(block[1]) {
			if command, _, _ := strings.Cut(line, " #"); strings.HasPrefix(command, prefix) {
				commands = append(commands, strings.TrimSpace(command))
			}
		}
	}
	require.NotEmpty(t, commands, prefix)
	return commands
}

// TestReadmeClone follows the README in a new module beside a clone: it takes busgen from there by one command, generates, builds, and
// runs what CI runs.
func TestReadmeClone(t *testing.T) {
	beside := t.TempDir()
	root, err := filepath.Abs(".")
	require.NoError(t, err)
	require.NoError(t, os.Symlink(root, filepath.Join(beside, "busgen"))) // the clone
	dir := filepath.Join(beside, "shop")
	put := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	}
	put("go.mod", "module example.com/shop\n\ngo 1.26.0\n")
	sums, err := os.ReadFile("go.sum") // without it, the go command asks a server for the checksums
	require.NoError(t, err)
	put("go.sum", string(sums))
	put("domain/sold.go", "package domain\n\n//go:generate go tool busgen\n\n// Sold is a sale.\n//\n//busgen:event\ntype Sold struct{ Pieces int }\n")
	run := func(command string) {
		t.Helper()
		shell := exec.Command("sh", "-c", command)
		shell.Dir = dir
		output, err := shell.CombinedOutput()
		require.NoError(t, err, "%s\n%s", command, output)
	}
	clone := readmeCommands(t, "go mod edit ")
	require.Len(t, clone, 1)
	run(clone[0])
	for _, command := range readmeCommands(t, "go generate") {
		run(command)
	}
	require.FileExists(t, filepath.Join(dir, "generated/busgen.lock"))
	run("go build ./... && go mod tidy")
	run("git init -q && git add . && git -c user.name=test -c user.email=test@example.com commit -q -m first && git update-ref refs/remotes/origin/main HEAD")
	for _, command := range readmeCommands(t, "go tool busgen ") {
		run(command)
	}
}

// TestReadmeExample runs the complete example as the README says, and compares what it prints.
func TestReadmeExample(t *testing.T) {
	const command = "go -C examples/quickstart run ."
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	require.Contains(t, string(text), "`"+command+"`")
	output, err := exec.Command("sh", "-c", command).CombinedOutput()
	require.NoError(t, err, "%s", output)
	require.Contains(t, string(text), "```text\n"+string(output)+"```")
}

// TestReadmeTargets: make knows each target that the README names.
func TestReadmeTargets(t *testing.T) {
	help, err := exec.Command("make").Output()
	require.NoError(t, err)
	for _, command := range readmeCommands(t, "make ") {
		require.Contains(t, string(help), "  "+command+" ")
	}
}
