package positions

import (
	"bufio"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// TestRecordedStreams replays recorded streams through a bus and compares every field of every row
// at every checkpoint. It reads the streams of node's test data, and a folder of further ones if it
// exists.
func TestRecordedStreams(t *testing.T) {
	var files []string
	for _, folder := range []string{"../../node/testdata/streams", "../../../shared/vectors"} {
		found, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
		require.NoError(t, err)
		files = append(files, found...)
	}
	require.NotEmpty(t, files, "no recorded streams")
	rows := 0
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { rows += replay(t, file) })
	}
	require.NotZero(t, rows)
	t.Logf("%d streams, %d rows compared", len(files), rows)
}

// replay feeds a file to a bus and returns the number of rows that it compared.
func replay(t *testing.T, name string) (rows int) {
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	bus, positions, emitted := attached(t)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	ended := false
	for lines.Scan() {
		l := parseLine(t, lines.Bytes())
		switch l.Kind {
		case "checkpoint", "expected":
			ended = l.Kind == "expected"
			all := positions.All()
			assert.Equal(t, l.Positions, show(all), l.Kind)
			assert.Equal(t, len(all), len(emitted), "rows that were emitted")
			for _, p := range all {
				assert.Equal(t, p, emitted[[2]string{p.MarketID, p.PartyID}])
			}
			rows += len(all)
		default:
			l.feed(t, bus)
		}
	}
	require.NoError(t, lines.Err())
	require.True(t, ended, "no expected line")
	return rows
}

func show(all []domain.Position) []map[string]string {
	rows := []map[string]string{}
	for _, p := range all {
		rows = append(rows, shown(p))
	}
	return rows
}

// attached returns a bus with an open block, the plug-in that is attached to it, and a map of the
// last emitted position of each market and party.
func attached(t *testing.T) (*generated.Router, *Positions, map[[2]string]domain.Position) {
	bus := generated.NewRouter()
	positions := New(Config{Emit: bus})
	emitted := map[[2]string]domain.Position{}
	_, err := bus.Attach(positions)
	require.NoError(t, err)
	_, err = bus.Attach(generated.PositionUpdatedFunc(func(e generated.PositionUpdatedEvent) {
		p := e.PositionUpdated().Position().AsStruct()
		emitted[[2]string{p.MarketID, p.PartyID}] = p
	}))
	require.NoError(t, err)
	bus.BeginBlock(events.Block{Height: 1})
	return bus, positions, emitted
}
