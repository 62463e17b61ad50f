package layout

import (
	"fmt"
	"go/format"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// declarations of one shape, as generated files have them: names and plain comments differ.
const declarations = `// Code generated. DO NOT EDIT.

package p

import (
"b"
"a"
)


// %[1]sView is a view.
//
// %[2]s
type %[1]sView struct{
lent lent // %[2]s
p * b.%[1]s
}
func (v %[1]sView) ID () string { return v . get () . ID }
func (v %[1]sView) Price () uint64 { return v . get () . %[1]s + %[3]d }
// %[1]s is called %[4]q.
func %[1]s (x,y int) [] string {
if x == %[3]d {
return [] string {%[4]q}
}
return nil
}`

func TestKnownLayout(t *testing.T) {
	var f Formatter
	texts := []string{
		fmt.Sprintf(declarations, "Trade", "Two parties.", 17, "trade"),
		fmt.Sprintf(declarations, "Order", "A wish to trade, which may never come true.", 99, "order"),
		fmt.Sprintf(declarations, "Quote", "Ask.", 10, "a - c"),
	}
	for i, text := range texts {
		want, err := format.Source([]byte(text))
		require.NoError(t, err)
		got, err := f.Source([]byte(text))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got))
		require.Len(t, f.known, 2, "after file %d: it has no piece of a new shape", i+1)
		require.Len(t, f.heads, 1)
	}
}

// What makes a difference to gofmt makes one to the shape.
func TestShape(t *testing.T) {
	for _, pair := range [][2]string{
		{"x", "xy"},
		{"x", "1"},
		{"x", `"`},
		{"xx", "if"},
		{"10", "0x"},
		{"10", "01"},
		{`"é"`, `"ab"`},
		{"// One.\nvar x int", "// 1.\nvar x int"},
		{"// One.\nvar x int", "//One.\nvar x int"},
		{"// One.\nvar x int", "// - One.\nvar x int"},
		{"// One.\nvar x int", "// One.\n// Two.\nvar x int"},
		{"// One.\n//\n// Two.\nvar x int", "// One.\n// Two.\n//\nvar x int"},
		{"x // A", "x //\tA"},
		{"x & & y", "x && y"},
	} {
		var a, b shape
		a.read([]byte(pair[0]))
		b.read([]byte(pair[1]))
		require.NotEqual(t, string(a.key), string(b.key), "%q", pair)
	}
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"// A word.":                         true,
		"\t// A word\n\t// and another":      true,
		"// One.\n//\n// Two.":               true,
		"// One.\n//\n// Two\n//\n// Three.": false, // Two would become a heading
		"// One.\n//\n//\n// Two.":           false,
		"//\n// One.":                        false,
		"// One.\n//":                        false,
		"//One.":                             false,
		"//busgen:event":                     false,
		"// 1. One":                          false,
		"// - One":                           false,
		"// # One":                           false,
		"//  One":                            false,
		"// [One]: https://example.org":      false,
		"// One ":                            false,
		"// One\ttwo":                        false,
		"// ``One''":                         false,
		"// One\xff":                         false,
		"//":                                 false,
		"// ":                                false,
		"// " + strings.Repeat("very ", 99) + "long": true,
	} {
		require.Equal(t, want, plain([]byte(text)), "%q", text)
	}
}

// Whatever is formatted after whatever else, gofmt would have written the same.
func FuzzSource(f *testing.F) {
	f.Add("package p\n\nimport \"a\"\n// A\nvar x = y\nvar z int\n", "package p\n\nimport \"a\"\n// B\nvar xy = 1\nvar z int\n")
	f.Add("package p\n// A\ntype T struct{ x int }", "package p\n// - A\ntype S struct{ y uint }")
	f.Add("package p\nfunc f () { return }\nfunc gg () {}", "package p\nfunc g () { return }\n\n\nfunc hh () {}\n// end")
	f.Fuzz(func(t *testing.T, first, second string) {
		var f Formatter
		for _, text := range []string{first, second, first} {
			want, failed := format.Source([]byte(text))
			got, err := f.Source([]byte(text))
			require.Equal(t, failed == nil, err == nil, "%v, %v", failed, err)
			require.Equal(t, string(want), string(got))
		}
	})
}
