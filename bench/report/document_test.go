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

BenchmarkTrade/fanout=1/bus=wired 1000 40 ns/op 0 allocs/op
BenchmarkTrade/fanout=1/bus=wired 1000 60 ns/op 0 allocs/op
BenchmarkTrade/fanout=4/bus=wired 1000 123.45 ns/op 0 allocs/op
BenchmarkTrade/fanout=1/bus=gbus 1000 600 ns/op 1 allocs/op
BenchmarkTrade/fanout=1/bus=copies 1000 6 ns/op 0 allocs/op
BenchmarkSmall/fanout=1/bus=value 1000 10 ns/op 0 allocs/op
BenchmarkBuild/types=80/edition=current 1 3200000000 ns/op 4000000000 processor-ns/op
BenchmarkBuild/types=80/edition=current 1 219 lines
BenchmarkTool/types=80/tool=busgen 1 90000000 ns/op
`

func write(t *testing.T, text string) (folder, page string) {
	t.Helper()
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
	require.True(t, strings.HasPrefix(page, "# Performance\n\n![nanoseconds an event"), "the chart comes first")
	for _, line := range []string{
		"The run: go1.26 on linux/amd64, Some processor, 2 cores.",
		"| trade/wired@1 | 12.00 | at least | 13.00 | near |\n",
		"| trade/wired@16 | - | at least | 7.00 | short |\n",
		"| build/lines | 219.00 | at most | 220.00 | ok |\n",
		"| wired bus, consumers by value | 50.0 | 123 |  |  |\n", // the median of two, one, none
		"| reddec/gbus | 600 |  |  | stand-in: the module proxy does not serve it |\n",
		"| 80 types | 3.20 | 4.00 | 40.0 | 219 |\n",
		"| busgen | 90.0 |  |\n",
		"50.0 / 123 / - ns on a wired bus",
		"hand-written loops takes 600 / - / - ns", // copies are no peer
		"**`trade/value@1`, `trade/value@4`, `trade/value@16`, `trade/wired@1`,",
		"% by value; the fastest other takes - %.",
	} {
		require.Contains(t, page, line)
	}
	require.NotContains(t, page, ", `build/lines`")
	require.NotContains(t, page, "kelindar", "nothing was measured of it")
	require.NotContains(t, page, "NaN")
}

func TestCharts(t *testing.T) {
	folder, page := write(t, small)
	charts, err := filepath.Glob(filepath.Join(folder, "performance", "*.svg"))
	require.NoError(t, err)
	require.Len(t, charts, 2)
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
	t.Helper()
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

// A run without results still has a page, and no link to a chart that is not there.
func TestDocumentOfNothing(t *testing.T) {
	_, page := write(t, "")
	require.Contains(t, page, "| busgen/list@80 | - |")
	require.NotContains(t, page, "![")
}
