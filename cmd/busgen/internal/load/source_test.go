package load

import (
	"go/token"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// refine: of another package's file only the line is known, and the name says which column.
func refine(t *testing.T, dir string, p *Domain) {
	money := filepath.Join(dir, "money", "money.go")
	readme := filepath.Join(dir, "empty", "README")
	trade := filepath.Join(dir, "domain", "trade.go")
	at := func(file string, line, column int) token.Position {
		return token.Position{Filename: file, Line: line, Column: column}
	}
	for _, c := range []struct {
		why       string
		pos, want token.Position
		name      string
	}{
		{"the first name of a line", at(money, 6, 1), at(money, 6, 20), "Units"},
		{"the second", at(money, 6, 1), at(money, 6, 27), "Scale"},
		{"a name that is misplaced: it is there twice in part", at(money, 6, 1), at(money, 6, 40), "Unit"},
		{"a name that is not on the line", at(money, 5, 1), at(money, 5, 1), "Units"},
		{"a file of the domain itself", at(trade, 11, 1), at(trade, 11, 1), "Price"},
		{"a file that is not Go", at(readme, 1, 1), at(readme, 1, 1), "Go"},
		{"a file that is not there", at("gone.go", 1, 1), at("gone.go", 1, 1), "Go"},
		{"no place", token.Position{}, token.Position{}, "Units"},
	} {
		got := p.Refine(c.pos, c.name)
		got.Offset = 0
		require.Equal(t, c.want, got, c.why)
	}
}
