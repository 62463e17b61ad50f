package source

import (
	"bytes"
	_ "embed"
	"text/template"
)

//go:embed routed.tmpl
var routed string

//go:embed shaped.tmpl
var shaped string

// Routed is a program that routes prebuilt events of this many types to one consumer of everything: all of one type, and a
// random mix. It prints its measurements as Go benchmarks do.
func Routed(types int) (string, error) {
	names := make([]string, types)
	for i := range names {
		names[i] = Name(i)
	}
	return fill(routed, names)
}

// Shaped is a program that emits each of the shapes to a consumer by value and to one by interface, or to a consumer of each of
// its capabilities.
func Shaped() (string, error) { return fill(shaped, Shapes()) }

func fill(text string, data any) (string, error) {
	t, err := template.New("program").Parse(text)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = t.Execute(&b, data)
	return b.String(), err
}

// Value is what is between the braces of a payload.
func (s Shape) Value() string { return s.value }

// Aspects are the numbers of the capabilities.
func (s Shape) Aspects() []int {
	all := make([]int, s.capabilities)
	for i := range all {
		all[i] = i
	}
	return all
}
