package core

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLoopWritesWhatTheStoresWrite compares the file of the plain loop with that of the stores.
func TestLoopWritesWhatTheStoresWrite(t *testing.T) {
	traffic := Record(60)
	recorded, err := traffic.recorded()
	require.NoError(t, err)
	require.Len(t, recorded.events, traffic.Events+positionUpdates(recorded))
	require.Len(t, recorded.rows, 60)

	byStores, byLoop := filepath.Join(t.TempDir(), "stores.db"), filepath.Join(t.TempDir(), "loop.db")
	require.NoError(t, traffic.intoFile(byStores))
	require.NoError(t, recorded.rows.insert(byLoop))
	want := content(t, byStores)
	for i, rows := range want {
		require.NotEmpty(t, rows, tables[i].name)
	}
	require.Equal(t, want, content(t, byLoop))
}

// positionUpdates returns the number of events of the plug-in, which the traffic was recorded without.
func positionUpdates(r *recorder) (n int) {
	for _, e := range r.events {
		if e.Kind().String() == "PositionUpdated" {
			n++
		}
	}
	return n
}

// content returns all rows of each table.
func content(t *testing.T, path string) [][]row {
	t.Helper()
	file, err := opened(path)
	require.NoError(t, err)
	defer file.Close()
	all := make([][]row, len(tables))
	for i := range tables {
		for height := range uint64(61) {
			all[i], err = appendRows(all[i], file, i, height)
			require.NoError(t, err)
		}
	}
	return all
}

// BenchmarkStores writes the events of a run through the stores, and the same rows in a plain loop.
func BenchmarkStores(b *testing.B) {
	recorded, err := Record(300).recorded()
	require.NoError(b, err)
	for _, by := range []struct {
		name string
		run  func(path string) error
	}{
		{"stores", func(path string) error { return write(recorded.events, path) }},
		{"loop", recorded.rows.insert},
	} {
		b.Run(by.name, func(b *testing.B) {
			for b.Loop() {
				require.NoError(b, by.run(filepath.Join(b.TempDir(), "core.db")))
			}
			b.ReportMetric(float64(recorded.rows.len())*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
