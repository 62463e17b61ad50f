package positions

import (
	"bufio"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRecordedStreams replays every recorded stream there is and compares every field of every row at every checkpoint.
// The streams are no part of this module: the ones that are live in node's test data.
func TestRecordedStreams(t *testing.T) {
	files, err := filepath.Glob("../../../shared/vectors/*.jsonl")
	require.NoError(t, err)
	rows := 0
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { rows += replay(t, file) })
	}
	t.Logf("%d streams, %d rows compared", len(files), rows)
}

// replay feeds a file and returns how many rows it compared.
func replay(t *testing.T, name string) (rows int) {
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	positions := New(Config{})
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	ended := false
	for lines.Scan() {
		l := parseLine(t, lines.Bytes())
		switch l.Kind {
		case "checkpoint", "expected":
			ended = l.Kind == "expected"
			got := []map[string]string{}
			for _, p := range positions.All() {
				got = append(got, shown(p))
			}
			assert.Equal(t, l.Positions, got, l.Kind)
			rows += len(got)
		default:
			l.feed(t, positions)
		}
	}
	require.NoError(t, lines.Err())
	require.True(t, ended, "no expected line")
	return rows
}
