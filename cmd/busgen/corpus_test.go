package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// corpus is the module with the domains of TestCorpus: each folder but independent is a domain.
const corpus = "testdata/corpus"

// annotatedEvent matches an event in a domain of the corpus.
var annotatedEvent = regexp.MustCompile(`(?m)^//busgen:event\ntype (\w+) struct`)

// TestCorpus generates for payloads that are made of other people's types. The code has to compile and to pass go vet, and kept events share
// no memory with anything else: package independent of the corpus proves it for each event.
func TestCorpus(t *testing.T) {
	t.Parallel()
	if lacksModules(t, corpus) {
		t.Skip("modules can't be downloaded")
	}
	p := newCorpus(t)
	var imports, calls strings.Builder
	for _, name := range p.domains() {
		code, stdout, stderr := p.run("./"+name, "-out", "../"+name+"bus")
		_, rest := summary(stderr)
		require.Zero(t, code, stderr)
		require.Empty(t, stdout+rest)
		fmt.Fprintf(&imports, "\t\"example.com/corpus/%sbus\"\n", name)
		bus := name + "bus"
		for _, event := range annotatedEvent.FindAllStringSubmatch(p.read(name+"/"+name+".go"), -1) {
			before, after := "{", "}"
			if name == "shared" {
				before, after = "independent.Shares(func() {", "})"
			}
			fmt.Fprintf(&calls, "\t%[4]s\n\t\tbus := %[1]s.NewRouter()\n\t\tindependent.Event(%[3]q, bus, bus.Emit%[2]s, func(f func(%[1]s.%[2]sEvent)) any "+
				"{ return %[1]s.%[2]sFunc(f) }, %[1]s.%[2]sEvent.%[2]s)\n\t%[5]s\n",
				bus, event[1], name+"."+event[1], before, after)
		}
	}
	p.put("main.go", "package main\n\nimport (\n"+imports.String()+"\t\"example.com/corpus/independent\"\n)\n\nfunc main() {\n"+calls.String()+"}\n")
	p.command("vet", "./...")
	p.command("run", ".")
}

// lacksModules downloads the modules that the module in a folder needs. It reports whether it can't, and logs why.
func lacksModules(t *testing.T, dir string) bool {
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir = dir
	output, err := cmd.CombinedOutput()
	if err != nil {
		t.Logf("go -C %s mod download: %v\n%s", dir, err, output)
	}
	return err != nil
}

// newCorpus copies the corpus into a folder of its own, where what is generated leaves no traces.
func newCorpus(t *testing.T) *program {
	p := &program{t, t.TempDir()}
	require.NoError(t, os.CopyFS(p.dir, os.DirFS(corpus)))
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	mod := []byte(p.read("go.mod"))
	require.Contains(t, string(mod), "=> ../../../..\n")
	p.put("go.mod", string(bytes.Replace(mod, []byte("../../../.."), []byte(root), 1)))
	return p
}

// domains returns the folders of a corpus with domains, sorted.
func (p *program) domains() []string {
	entries, err := os.ReadDir(p.dir)
	require.NoError(p.t, err)
	var list []string
	for _, e := range entries {
		if e.IsDir() && e.Name() != "independent" {
			list = append(list, e.Name())
		}
	}
	return list
}

// codeBlock matches a block of Go code in a document.
var codeBlock = regexp.MustCompile("(?s)```go\n(.*?)```")

// TestPayloadsCode: the code that a reader of docs/payloads.md copies is that of the corpus.
func TestPayloadsCode(t *testing.T) {
	text, err := os.ReadFile("../../docs/payloads.md")
	require.NoError(t, err)
	files, err := filepath.Glob(corpus + "/*/*.go")
	require.NoError(t, err)
	var source strings.Builder
	for _, name := range files {
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		source.Write(content)
	}
	blocks := codeBlock.FindAllStringSubmatch(string(text), -1)
	require.NotEmpty(t, blocks)
	for _, block := range blocks {
		require.Contains(t, source.String(), block[1])
	}
}
