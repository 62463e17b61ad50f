package model

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

const alike = `
-- foreign/foreign.go --
package foreign

type Open struct{ Skipped, shown int; Shown []int }
-- values/values.go --
package values

// Range has fields that only the module's source has columns of.
type Range struct{ Low, High int }
-- domain/domain.go --
package domain

import (
	"example.com/case/values"
	"example.org/foreign"
)

// First is the first.
//
//busgen:event
type First struct {
	// ID of the first.
	ID string ` + "`json:\"id\"`" + `
	Raw []byte // as it came
}

// Second is of the same shape.
//
//busgen:event
type Second struct {
	// ID of the second.
	//
	//other:directive
	ID string ` + "`json:\"id\"`" + `
	Raw []uint8 // as it was made
}

//busgen:event
type Third struct {
	// Both of them.
	A, B struct {
		// Inner one.
		N int
	}
	C struct {
		N int // Inner other.
	}
	// Embedded by value.
	values.Range
	*foreign.Open // by pointer
	// Embedded with an argument.
	Box[int]
	// Embedded with two.
	*Pair[int, values.Range]
	// Embedded as an alias.
	Named
	hidden Leaf
}

type (
	Named = Leaf
	Leaf struct{ N int }
	Box[T any] struct{ /* What it holds. */ V T }
	Pair[K comparable, V any] struct{ Key K; Val V }
)

// Speaker speaks.
//
//busgen:capability
type Speaker interface {
	// Speak says n things.
	Speak(n int) (said int, err error)
	Close() // closes
}

//busgen:capability
type Other interface {
	Close() // closes the other
	// Speak shouts.
	Speak(n int) (said int, err error)
}
`

// fieldLines writes each field as "line:col name doc".
func fieldLines(fields []Field) []string {
	var texts []string
	for _, f := range fields {
		texts = append(texts, fmt.Sprintf("%s:%d:%d %s %s %q", filepath.Base(f.Pos.Filename), f.Pos.Line, f.Pos.Column, f.Name, f.Type, f.Doc))
	}
	return texts
}

// TestAlike: types of one shape keep their own places and comments.
func TestAlike(t *testing.T) {
	_, p, list := build(t, alike)
	require.Empty(t, list)
	require.Equal(t, []string{
		`domain.go:13:2 ID string "ID of the first.\n"`,
		`domain.go:14:2 Raw []byte "as it came\n"`,
	}, fieldLines(p.event(t, "First").Type.Under.Fields))
	require.Equal(t, []string{
		`domain.go:24:2 ID string "ID of the second.\n"`,
		`domain.go:25:2 Raw []uint8 "as it was made\n"`,
	}, fieldLines(p.event(t, "Second").Type.Under.Fields))
	require.Equal(t, `json:"id"`, p.event(t, "Second").Type.Under.Fields[0].Tag)

	third := p.event(t, "Third").Type.Under.Fields
	require.Equal(t, []string{
		`domain.go:31:2 A struct{ N int } "Both of them.\n"`,
		`domain.go:31:5 B struct{ N int } "Both of them.\n"`,
		`domain.go:35:2 C struct{ N int } ""`,
		`domain.go:39:9 Range values.Range "Embedded by value.\n"`,
		`domain.go:40:11 Open *foreign.Open "by pointer\n"`,
		`domain.go:42:2 Box domain.Box[int] "Embedded with an argument.\n"`,
		`domain.go:44:3 Pair *domain.Pair[int, values.Range] "Embedded with two.\n"`,
		`domain.go:46:2 Named domain.Leaf "Embedded as an alias.\n"`,
		`domain.go:47:2 hidden domain.Leaf ""`,
	}, fieldLines(third))
	require.Equal(t, []string{`domain.go:33:3 N int "Inner one.\n"`}, fieldLines(third[0].Type.Fields))
	require.Equal(t, []string{`domain.go:36:3 N int "Inner other.\n"`}, fieldLines(third[2].Type.Fields))
	require.Equal(t, []string{`values.go:4:20 Low int ""`, `values.go:4:25 High int ""`}, fieldLines(third[3].Type.Under.Fields))
	open := third[4].Type.Elem.Under.Fields
	require.Equal(t, []string{`foreign.go:3:19 Skipped int ""`, `foreign.go:3:39 Shown []int ""`}, fieldLines(open))
	require.Equal(t, []bool{false, false, false, true, true, true, true, true, false}, flags(third, func(f Field) bool { return f.Embedded }))
	require.Equal(t, []bool{true, true, true, true, true, true, true, true, false}, flags(third, func(f Field) bool { return f.Exported }))

	for name, want := range map[string][]string{
		"Speaker": {`63:2 Close func() "closes\n"`, `62:2 Speak func(int) (int, error) "Speak says n things.\n"`},
		"Other":   {`68:2 Close func() "closes the other\n"`, `70:2 Speak func(int) (int, error) "Speak shouts.\n"`},
	} {
		var got []string
		for _, m := range p.capability(t, name).Methods {
			got = append(got, fmt.Sprintf("%d:%d %s %s %q", m.Pos.Line, m.Pos.Column, m.Name, m.Sig, m.Doc))
		}
		require.Equal(t, want, got, name)
	}
}

func flags(fields []Field, of func(Field) bool) []bool {
	var list []bool
	for _, f := range fields {
		list = append(list, of(f))
	}
	return list
}
