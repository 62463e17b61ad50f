package report_test

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/report"
	"github.com/busgen/busgen/bench/results"
)

const small = `cpu: Some processor
cores: 2
go: go1.26
goos: linux
goarch: amd64

BenchmarkEndToEnd/fanout=1/bus=wired 1000 4 ns/op 0 allocs/op
BenchmarkEndToEnd/fanout=1/bus=wired 1000 6 ns/op 0 allocs/op
BenchmarkEndToEnd/fanout=4/bus=wired 1000 12.345 ns/op 0 allocs/op
BenchmarkEndToEnd/fanout=1/bus=gbus 1000 60 ns/op 1 allocs/op
BenchmarkEndToEnd/fanout=64/bus=router-value 1000 200 ns/op 0 allocs/op
BenchmarkRoute/types=80/of=mix 1000 20 ns/op
BenchmarkRoute/types=2000/of=mix 1000 60 ns/op
BenchmarkBuild/types=80 1 800000000 ns/op
BenchmarkCode/types=80 1 18000 lines 500000 bytes 120 lines-of-longest-function
BenchmarkTool/types=80/tool=busgen 1 90000000 ns/op
`

func write(t *testing.T, text string) (folder, page string) {
	s, err := results.Read(strings.NewReader(text), "small")
	require.NoError(t, err)
	folder = t.TempDir()
	require.NoError(t, report.Write(folder, s))
	written, err := os.ReadFile(filepath.Join(folder, "performance.md"))
	require.NoError(t, err)
	return folder, string(written)
}

func TestDocument(t *testing.T) {
	_, page := write(t, small)
	for _, line := range []string{
		"The run: go1.26 on linux/amd64, Some processor, 2 cores.",
		"| wired/peer@1 | 12.00 | at least | 10.00 | ok |",
		"| wired/peer@16 | - | at least | 7.00 | short |",
		"| wired bus, by value | 5.00 | 12.3 |  |  |", // the median of two, one of one, none
		"| reddec/gbus | 60.0 |  |  | stand-in: the module proxy does not serve it |",
		"| 64 | 200 |  |  |",
		"| 2000 |  | 60.0 |",
		"| 80 | 800 | 10.0 |",
		"| 80 | 18000 | 500 | 120 |",
		"| busgen, no generated code yet | 90.0 |  |",
	} {
		require.Contains(t, page, line+"\n")
	}
	require.NotContains(t, page, "kelindar", "nothing was measured of it")
	require.NotContains(t, page, "NaN")
}

func TestCharts(t *testing.T) {
	folder, page := write(t, small)
	charts, err := filepath.Glob(filepath.Join(folder, "performance", "*.svg"))
	require.NoError(t, err)
	require.NotEmpty(t, charts)
	for _, chart := range charts {
		require.Contains(t, page, "(performance/"+filepath.Base(chart)+")")
		text, err := os.ReadFile(chart)
		require.NoError(t, err)
		requireXML(t, string(text))
		// Readable on any background: it has none of its own, and no text is black.
		require.NotContains(t, string(text), "#FFFFFF")
		require.NotContains(t, string(text), "#000000")
		require.NotContains(t, string(text), "Liberation")
	}
}

func requireXML(t *testing.T, text string) {
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		switch _, err := d.Token(); {
		case errors.Is(err, io.EOF):
			return
		default:
			require.NoError(t, err)
		}
	}
}

// The same results give the same files.
func TestDocumentIsDeterministic(t *testing.T) {
	folder, page := write(t, small)
	again, same := write(t, small)
	require.Equal(t, page, same)
	chart, err := os.ReadFile(filepath.Join(folder, "performance", "end-to-end.svg"))
	require.NoError(t, err)
	second, err := os.ReadFile(filepath.Join(again, "performance", "end-to-end.svg"))
	require.NoError(t, err)
	require.Equal(t, string(chart), string(second))
}

// A run of which nothing came still has a page.
func TestDocumentOfNothing(t *testing.T) {
	_, page := write(t, "")
	require.Contains(t, page, "| busgen/list@80 | - |")
}
