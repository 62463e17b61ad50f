package core

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
)

// TestLoopWritesWhatTheStoresWrite compares the file of the plain loop with that of the stores.
func TestLoopWritesWhatTheStoresWrite(t *testing.T) {
	traffic := Record(60)
	all, rows, err := traffic.recorded()
	require.NoError(t, err)
	require.Len(t, all, traffic.Events+positionUpdates(all))
	require.Len(t, rows, 60)

	byStores, byLoop := filepath.Join(t.TempDir(), "stores.db"), filepath.Join(t.TempDir(), "loop.db")
	require.NoError(t, traffic.intoFile(byStores))
	require.NoError(t, rows.insert(byLoop))
	want := content(t, byStores)
	for i, lines := range want {
		require.NotEmpty(t, lines, tables[i].name)
	}
	require.Equal(t, want, content(t, byLoop))
}

// positionUpdates returns the number of events of the plug-in, which the traffic was recorded without.
func positionUpdates(all []events.Event) (n int) {
	for _, e := range all {
		if e.Kind().String() == "PositionUpdated" {
			n++
		}
	}
	return n
}

// content returns all rows of each table, a line for each.
func content(t *testing.T, path string) [][]string {
	t.Helper()
	file, err := opened(path)
	require.NoError(t, err)
	defer file.Close()
	all := make([][]string, len(tables))
	for i, table := range tables {
		var columns string
		require.NoError(t, file.QueryRow("SELECT group_concat(name) FROM pragma_table_info(?)", table.name).Scan(&columns))
		lines, err := file.Query("SELECT concat_ws('|', " + columns + ") FROM " + table.name + " ORDER BY 1")
		require.NoError(t, err)
		for lines.Next() {
			var line string
			require.NoError(t, lines.Scan(&line))
			all[i] = append(all[i], line)
		}
		require.NoError(t, lines.Err())
		require.NoError(t, lines.Close())
	}
	return all
}

// BenchmarkStores writes the events of a run through the stores, and the same rows in a plain loop.
func BenchmarkStores(b *testing.B) {
	all, rows, err := Record(300).recorded()
	require.NoError(b, err)
	for _, by := range []struct {
		name string
		run  func(path string) error
	}{
		{"stores", func(path string) error { return write(all, path) }},
		{"loop", rows.insert},
	} {
		b.Run(by.name, func(b *testing.B) {
			for b.Loop() {
				require.NoError(b, by.run(filepath.Join(b.TempDir(), "core.db")))
			}
			b.ReportMetric(float64(rows.len())*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
