package directive

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"github.com/stretchr/testify/require"
)

// found gives the marked types of a source and its findings, each with its place.
func found(t *testing.T, source string) (marks, findings []string) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "d.go", "package d\n"+source, parser.ParseComments)
	require.NoError(t, err)
	in, list := Find(fset, []*ast.File{file})
	for _, m := range in.Types {
		marks = append(marks, m.Name+" "+m.Spec.Name.Name)
	}
	for _, d := range list {
		require.NotEmpty(t, d.Hint, d.Message)
		findings = append(findings, fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Column, d.Message))
	}
	return marks, findings
}

func TestFindMarks(t *testing.T) {
	marks, findings := found(t, `
// Trade is a match.
//
//busgen:event
type Trade struct{}

type (
	//busgen:capability
	Priced interface{ Price() int }

	// Order has words after its directive.
	//busgen:event
	// And more words.
	Order struct{}
)

//busgen:event
type Same Trade
`)
	require.Equal(t, []string{"event Trade", "capability Priced", "event Order", "event Same"}, marks)
	require.Empty(t, findings)
}

func TestFindMisplaced(t *testing.T) {
	for source, want := range map[string]string{
		"//busgen:event\ntype A interface{}":                            "2:1 //busgen:event is for a struct; A is an interface",
		"//busgen:event\ntype A = int":                                  "2:1 //busgen:event is for a struct; A is an alias",
		"//busgen:event\ntype A int":                                    "2:1 //busgen:event is for a struct; A is a basic type",
		"//busgen:event\ntype A []int":                                  "2:1 //busgen:event is for a struct; A is a slice or an array",
		"//busgen:event\ntype A map[int]int":                            "2:1 //busgen:event is for a struct; A is a map",
		"//busgen:event\ntype A func()":                                 "2:1 //busgen:event is for a struct; A is a function type",
		"//busgen:event\ntype A chan int":                               "2:1 //busgen:event is for a struct; A is a channel",
		"//busgen:event\ntype A *int":                                   "2:1 //busgen:event is for a struct; A is a pointer",
		"//busgen:event\ntype A[T any] struct{ X T }":                   "3:7 payload A has type parameters",
		"//busgen:capability\ntype A[T any] struct{ X T }":              "3:7 capability A has type parameters",
		"//busgen:event\n//busgen:event\ntype A struct{}":               "3:1 //busgen:event is given twice",
		"//busgen:event\n//busgen:capability\ntype A struct{}":          "3:1 //busgen:event and //busgen:capability are on one type",
		"//busgen:event\n\ntype A struct{}":                             "2:1 //busgen:event is misplaced: it is separate from type A",
		"//busgen:event\nfunc f() {}":                                   "2:1 //busgen:event is misplaced: it is on a function",
		"type A struct{}\n//busgen:event\nfunc (A) f() {}":              "3:1 //busgen:event is misplaced: it is on a method",
		"//busgen:event\nvar x int":                                     "2:1 //busgen:event is misplaced: it is on a variable",
		"//busgen:event\nconst x = 1":                                   "2:1 //busgen:event is misplaced: it is on a constant",
		"var (\n//busgen:event\nx int\n)":                               "3:1 //busgen:event is misplaced: it is on a variable",
		"//busgen:event\nimport \"fmt\"":                                "2:1 //busgen:event is misplaced: it is on an import",
		"import (\n\"fmt\" //busgen:event\n)":                           "3:7 //busgen:event is misplaced: it is on an import",
		"type A struct {\nX int //busgen:event\n}":                      "3:7 //busgen:event is misplaced: it is on a field",
		"type A interface {\n//busgen:event\nX()\n}":                    "3:1 //busgen:event is misplaced: it is on an interface's method",
		"type A struct{} //busgen:event":                                "2:17 //busgen:event is misplaced: it is after a type declaration",
		"//busgen:event\ntype (\nA struct{}\nB struct{}\n)":             "2:1 //busgen:event is misplaced: it is on a group of types",
		"//busgen:event\ntype (\nA struct{}\n)":                         "2:1 //busgen:event is misplaced: it is on a group of types",
		"type (\n//busgen:event\n\nA struct{}\n)":                       "3:1 //busgen:event is misplaced: it is separate from type A",
		"type (\nA struct{}\n\n//busgen:event\n)":                       "5:1 //busgen:event is misplaced: it is inside a declaration",
		"func f() {\n//busgen:event\ntype X struct{}\n}":                "3:1 //busgen:event is misplaced: it is inside a function",
		"type A struct {\n\n//busgen:event\n\n}":                        "4:1 //busgen:event is misplaced: it is inside a declaration",
		"func f() {} //busgen:event":                                    "2:13 //busgen:event is misplaced: it is after a declaration",
		"type A struct{}\n\n//busgen:event":                             "4:1 //busgen:event is misplaced: it is on no type",
		"//busgen:event\n\nfunc f() {}":                                 "2:1 //busgen:event is misplaced: it is on no type",
		"//busgen:evnt\ntype A struct{}":                                "2:1 unknown directive //busgen:evnt",
		"//busgen:wire\ntype A interface{}":                             "2:1 //busgen:wire is for a struct; A is an interface",
		"//busgen:event\n//busgen:wire\ntype A struct{}":                "3:1 //busgen:event and //busgen:wire are on one type",
		"// busgen:event\ntype A struct{}":                              `2:1 "// busgen:event" is not a directive`,
		"//busgen:event loud\ntype A struct{}":                          `2:1 //busgen:event takes was=OldName, found "loud"`,
		"type A struct {\nX struct {\n//busgen:capability\nY int\n}\n}": "4:1 //busgen:capability is misplaced: it is on a field",
	} {
		marks, findings := found(t, source)
		require.Equal(t, []string{want}, findings, source)
		require.LessOrEqual(t, len(marks), 1, source)
	}
}

func TestFindOnThePackageClause(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "d.go", "//busgen:event\npackage d\n", parser.ParseComments)
	require.NoError(t, err)
	marks, list := Find(fset, []*ast.File{file})
	require.Empty(t, marks.Types)
	require.Len(t, list, 1)
	require.Equal(t, "//busgen:event is misplaced: it is on the package clause", list[0].Message)
}

func TestRefuse(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "d_test.go", "package d\n\n//busgen:event\ntype A struct{}\n\n// plain\nvar x int\n", parser.ParseComments)
	require.NoError(t, err)
	list := Refuse(fset, []*ast.File{file}, "a test file")
	require.Len(t, list, 1)
	require.Equal(t, 3, list[0].Pos.Line)
	require.Equal(t, "a directive in a test file has no effect", list[0].Message)
}
