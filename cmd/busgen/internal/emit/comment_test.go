package emit

import (
	"go/format"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCommentsAreAsGofmtHasThem: gofmt changes nothing in a carried comment, although it needs several turns for some, and moves others.
func TestCommentsAreAsGofmtHasThem(t *testing.T) {
	for text, want := range map[string]string{
		"It is one.":                "// It is one.",
		"It is one.\n+build ignore": "// It is one.",
		"It is one.\n\n 1. an item\n *  another\n\tcode": "",
		"  - an item\n\tcode":                            "",
		"# Heading\n\n- a\n  - b\n\n\tcode":              "",
	} {
		lines := strings.Join(comments(text), "\n")
		if want != "" {
			require.Equal(t, want, lines)
		}
		source := "package p\n\n" + lines + "\nvar x int\n"
		formatted, err := format.Source([]byte(source))
		require.NoError(t, err)
		require.Equal(t, source, string(formatted))
	}
}
