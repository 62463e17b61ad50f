package busgen_test

import (
	"go/ast"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDocumented asks for a comment on whatever another package can use, and on every package. The methods of generated views are
// documented like the fields that they read, which may have no comment.
func TestDocumented(t *testing.T) {
	packages := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		packages[f.dir] = packages[f.dir] || f.syntax.Doc != nil
		if strings.Contains("/"+f.dir+"/", "/internal/") || f.syntax.Name.Name == "main" {
			continue
		}
		for _, decl := range f.syntax.Decls {
			if f.generated && strings.HasSuffix(receiver(decl), "View") {
				continue
			}
			for _, name := range undocumented(decl) {
				t.Errorf("%s: %s has no comment", f.at(decl), name)
			}
		}
	}
	for dir, documented := range packages {
		if !documented {
			t.Errorf("%s: the package has no comment", dir)
		}
	}
}

// undocumented gives the exported names that a declaration says nothing about.
func undocumented(decl ast.Decl) []string {
	var names []string
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && (d.Recv == nil || ast.IsExported(receiver(d))) {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if d.Doc == nil && s.Doc == nil && s.Name.IsExported() {
					names = append(names, s.Name.Name)
				}
			case *ast.ValueSpec:
				if d.Doc == nil && s.Doc == nil && s.Comment == nil && s.Names[0].IsExported() {
					names = append(names, s.Names[0].Name)
				}
			}
		}
	}
	return names
}

// receiver returns the name of the type that a method belongs to. It is empty for all other declarations.
func receiver(decl ast.Decl) string {
	d, ok := decl.(*ast.FuncDecl)
	if !ok || d.Recv == nil {
		return ""
	}
	typ := d.Recv.List[0].Type
	for {
		switch t := typ.(type) {
		case *ast.StarExpr:
			typ = t.X
		case *ast.IndexExpr:
			typ = t.X
		case *ast.IndexListExpr:
			typ = t.X
		case *ast.Ident:
			return t.Name
		default:
			return ""
		}
	}
}

// TestNothingPutOff: what is not done is an issue, not a comment.
func TestNothingPutOff(t *testing.T) {
	later := regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X)\b`)
	for _, ending := range []string{".go", ".md"} {
		for _, name := range tree(t, ending) {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			if found := later.Find(text); found != nil {
				t.Errorf("%s has a %s", name, found)
			}
		}
	}
}

// TestSkips: a test may be skipped when it is asked to be short, or when the modules of its test data can't be downloaded. CI downloads
// those first, and fails if it can't.
func TestSkips(t *testing.T) {
	for _, f := range goFiles(t) {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.IfStmt:
				call, ok := n.Cond.(*ast.CallExpr)
				return !ok || selected(call) != "Short" && selected(call) != "lacksModules"
			case *ast.CallExpr:
				if name := selected(n); f.test && (name == "Skip" || name == "Skipf" || name == "SkipNow") {
					t.Errorf("%s: a test that does not run proves nothing", f.at(n))
				}
			}
			return true
		})
	}
}

// selected is the last part of what a call calls.
func selected(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

var (
	goBlock  = regexp.MustCompile("(?s)```go\n(.*?)```")
	testName = regexp.MustCompile(`\b(?:Test|Fuzz|Benchmark)[A-Z]\w*\b`)
	link     = regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
)

// TestReadmeCode: the code that a newcomer reads first is that of an example, which Go compiles and tests.
func TestReadmeCode(t *testing.T) { codeOfExamples(t, "README.md") }

// TestRecipeCode: so is the code that a writer of plug-ins copies.
func TestRecipeCode(t *testing.T) { codeOfExamples(t, "docs/write-a-plugin.md") }

// codeOfExamples fails for each Go block of a document that no file of the examples contains.
func codeOfExamples(t *testing.T, document string) {
	text, err := os.ReadFile(document)
	require.NoError(t, err)
	var sources []string
	for _, f := range goFiles(t) {
		if within(f.dir, "examples") && !f.generated {
			source, err := os.ReadFile(f.path)
			require.NoError(t, err)
			sources = append(sources, string(source))
		}
	}
	blocks := goBlock.FindAllStringSubmatch(string(text), -1)
	require.NotEmpty(t, blocks)
	for _, block := range blocks {
		inSource := func(source string) bool { return strings.Contains(source, block[1]) }
		if !slices.ContainsFunc(sources, inSource) {
			t.Errorf("%s: no example contains\n%s", document, block[1])
		}
	}
}

// TestNamedTests: a document that says which test proves something has to be right about its name.
func TestNamedTests(t *testing.T) {
	declared := map[string]bool{}
	var documents []string
	for _, f := range goFiles(t) {
		for _, decl := range f.syntax.Decls {
			if d, ok := decl.(*ast.FuncDecl); ok && f.test {
				declared[d.Name.Name] = true
			}
		}
		if path.Base(f.path) == "doc.go" {
			documents = append(documents, f.path)
		}
	}
	for _, name := range append(documents, tree(t, ".md")...) {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, test := range testName.FindAllString(string(text), -1) {
			if !declared[test] {
				t.Errorf("%s names %s, and there is no such test", name, test)
			}
		}
	}
}

// TestLinks follows every link from one document to another file of the project.
func TestLinks(t *testing.T) {
	for _, name := range tree(t, ".md") {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, found := range link.FindAllStringSubmatch(string(text), -1) {
			target := filepath.Join(filepath.Dir(name), filepath.FromSlash(found[1]))
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s, which is not there", name, found[1])
			}
		}
	}
}
