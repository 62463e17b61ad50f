package directive

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParse(t *testing.T) {
	for comment, want := range map[string]string{
		"//busgen:event":                  "event",
		"//busgen:capability":             "capability",
		"//busgen:event ":                 "event",
		"//busgen:event twice":            `//busgen:event takes was=OldName, found "twice"`,
		"//busgen:event was=Old":          "event",
		"//busgen:event was=":             `//busgen:event takes was=OldName, found "was="`,
		"//busgen:event was=a.B":          `//busgen:event takes was=OldName, found "was=a.B"`,
		"//busgen:field":                  `//busgen:field takes was=OldName, found ""`,
		"//busgen:field was=Old":          "field",
		"//busgen:wire was=Old":           `//busgen:wire takes partial, found "was=Old"`,
		"//busgen:wire":                   "wire",
		"//busgen:exhaustive":             "//busgen:exhaustive is not yet available",
		"//busgen:vent":                   "unknown directive //busgen:vent",
		"//busgen:":                       `"//busgen:" is not a directive`,
		"//busgen:!":                      `"//busgen:!" is not a directive`,
		"//busgen:EVENT":                  `"//busgen:EVENT" is not a directive`,
		"//Busgen:event":                  `"//Busgen:event" is not a directive`,
		"// busgen:capabilty":             `"// busgen:capabilty" is not a directive`,
		"/*busgen:event*/":                `"/*busgen:event*/" is not a directive`,
		"///busgen:event":                 `"///busgen:event" is not a directive`,
		"// busgen-event":                 `"// busgen-event" is not a directive`,
		"// busgen event":                 `"// busgen event" is not a directive`,
		"// busgen events":                "",
		"// busgen: see the manual":       "",
		"// busgen:event marks a payload": "",
		"// an event":                     "",
		"//go:generate busgen":            "",
		"//":                              "",
		"":                                "",
	} {
		d, problem := Parse(1, comment)
		got := ""
		switch {
		case d != nil:
			require.Nil(t, problem)
			got = d.Name
		case problem != nil:
			got = problem.Message
			require.NotEmpty(t, problem.Hint, comment)
		}
		require.Equal(t, want, got, comment)
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{
		"evnet": Event, "events": Event, "Event": Event, "evt": Event, "capabilities": Capability, "cap": "", "wired": Wire,
		"exhaust": Exhaustive, "subscribe": "", "": "",
	} {
		e, ok := nearest(word)
		require.Equal(t, want != "", ok, word)
		require.Equal(t, want, e.Name, word)
	}
}

// FuzzParse: a comment is a known directive as one types it, or a problem with a message of bounded length, or none of
// ours; and one that begins with our name is never silently nothing.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"//busgen:event", "// busgen:evnet", "//busgen: x", "/* busgen:wire */", "//go:build x", "//busgen:event a b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, comment string) {
		d, problem := Parse(1, comment)
		if d != nil && problem != nil {
			t.Fatalf("both a directive and a problem: %q", comment)
		}
		if d != nil && (!strings.HasPrefix(comment, d.String()) || !d.Available) {
			t.Fatalf("%q became %s", comment, d)
		}
		if problem != nil && (problem.Message == "" || problem.Hint == "") {
			t.Fatalf("%q is a problem without words", comment)
		}
		if d == nil && problem == nil && strings.HasPrefix(comment, "//busgen:") {
			t.Fatalf("%q is silently ignored", comment)
		}
	})
}
