package directive

import (
	"fmt"
	"strings"
)

// Reference returns the text of docs/annotations.md, in Markdown.
func Reference() string {
	var b strings.Builder
	b.WriteString(`# Annotations

<!-- Generated from the table in cmd/busgen/internal/directive; after changing it: go test ./cmd/busgen/internal/directive -update -->

A directive is a comment without a space, ` + "`//busgen:name`" + `, on a line of its own in the doc comment of
what it annotates, usually the last line. An unknown, misspelt, misplaced or contradictory directive is
an error at its position, with a hint.

| directive | on | available |
| --- | --- | --- |
`)
	for _, e := range Table {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", e, e.On, yesNo(e.Available))
	}
	for _, e := range Table {
		fmt.Fprintf(&b, "\n## %s\n\n%s It takes %s.\n\n```go\n%s\n```\n", e, e.Meaning, arguments(e), e.Example)
	}
	return b.String()
}

func arguments(e Entry) string {
	if e.Args == "" {
		return "no arguments"
	}
	if e.Name == Field {
		return "one argument: `" + e.Args + "`"
	}
	return "one optional argument: `" + e.Args + "`"
}

func yesNo(available bool) string {
	if available {
		return "yes"
	}
	return "not yet"
}
