package source

import (
	"fmt"
	"strings"
)

// Converters is the source text of a package with as many structs for goverter, each with a converter to a struct like it.
func Converters(pkg string, types int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%spackage %s\n", Head, pkg)
	for i := range types {
		fmt.Fprintf(&b, "\ntype From%04d struct {\n\tAccount string\n\tAmount  int64\n}\n", i)
		fmt.Fprintf(&b, "\ntype To%04d struct {\n\tAccount string\n\tAmount  int64\n}\n", i)
	}
	b.WriteString("\n// goverter:converter\ntype Converter interface {\n")
	for i := range types {
		fmt.Fprintf(&b, "\tConvert%04[1]d(From%04[1]d) To%04[1]d\n", i)
	}
	b.WriteString("}\n")
	return b.String()
}

// Enumerations is the source text of a package with as many enumerations for stringer.
func Enumerations(pkg string, types int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%spackage %s\n", Head, pkg)
	for _, name := range EnumerationNames(types) {
		fmt.Fprintf(&b, "\ntype %[1]s int\n\nconst (\n\t%[1]sOpen %[1]s = iota\n\t%[1]sDone\n)\n", name)
	}
	return b.String()
}

// EnumerationNames are the names of those types.
func EnumerationNames(types int) []string {
	names := make([]string, types)
	for i := range names {
		names[i] = fmt.Sprintf("Enum%04d", i)
	}
	return names
}
