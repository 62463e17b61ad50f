package table_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/node/table"
)

func TestTable(t *testing.T) {
	books := table.New("books lent", 1, "title", "days\nlent", "readers")
	books.Row("Emma", 14, 2)
	books.Line()
	books.Row("Moby-Dick", 7, 100)
	require.Equal(t, `books lent
           DAYS
TITLE      LENT  READERS
────────────────────────
Emma         14        2
────────────────────────
Moby-Dick     7      100
`, books.String())
}
