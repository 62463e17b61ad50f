package replay_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/node/replay"
)

const streams = "../testdata/streams"

// run replays, and returns the exit code and what was printed.
func run(t *testing.T, arguments ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = replay.Run(replay.Config{Out: &o, Err: &e}, arguments)
	return code, o.String(), e.String()
}

// tally returns the last two lines of the output in one, without the time.
func tally(t *testing.T, out string) string {
	t.Helper()
	match := lastLines.FindStringSubmatch(out)
	require.NotNil(t, match, out)
	return match[2] + ", " + match[1]
}

var lastLines = regexp.MustCompile(
	`(?m)^throughput: (\d+ events), \d+\.\d\d s \(\d+ events/s\)\n(replay: \d+ of \d+ streams match, \d+ of \d+ positions)\n\z`)

// recorded returns the text of a recorded stream.
func recorded(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(streams, name))
	require.NoError(t, err)
	return string(text)
}

func write(t *testing.T, folder, name, text string) string {
	t.Helper()
	file := filepath.Join(folder, name)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

func TestRecordedStreamsMatch(t *testing.T) {
	code, out, errs := run(t, streams)
	require.Equal(t, replay.ExitMatch, code)
	require.Empty(t, errs)
	require.Equal(t, "replay: 61 of 61 streams match, 870 of 870 positions, 8998 events", tally(t, out))
	require.Equal(t, 2, strings.Count(out, "\n"), "nothing but the tally")
}

// TestAllRecordedStreamsMatch replays every recorded stream if they are there: a checkout has only some of them.
func TestAllRecordedStreamsMatch(t *testing.T) {
	const all = "../../../shared/vectors"
	files, err := filepath.Glob(all + "/*.jsonl")
	require.NoError(t, err)
	if len(files) == 0 {
		t.Log("there are only the streams in testdata")
		return
	}
	code, out, errs := run(t, all)
	require.Equal(t, replay.ExitMatch, code, out)
	require.Empty(t, errs)
	require.Contains(t, tally(t, out), fmt.Sprintf("replay: %d of %d streams match", len(files), len(files)))
}

func TestOneFileHasATable(t *testing.T) {
	code, out, _ := run(t, filepath.Join(streams, "unit-0002.jsonl"))
	require.Equal(t, replay.ExitMatch, code)
	require.Regexp(t, `(?m)^MARKET .* UNREALISED$`, out)
	require.Regexp(t, `(?m)^market-id  party1  UNSPECIFIED +0 +0 +700 +0$`, out)
	require.Regexp(t, `(?m)^market-id  party1  -300 +0 +0 +0 +0 +0$`, out)
	tally(t, out)
}

func TestTableOfTheLargestFile(t *testing.T) {
	var o, e bytes.Buffer
	small, large := filepath.Join(streams, "unit-0002.jsonl"), filepath.Join(streams, "synthetic-0011.jsonl")
	files := []string{"nowhere", small, large, small}
	require.Equal(t, replay.ExitMismatch, replay.Run(replay.Config{Out: &o, Err: &e, Table: true}, files))
	require.Contains(t, o.String(), "positions at the end of "+large)
	require.Equal(t, 2*15, strings.Count(o.String(), "mkt-"), "two lines per position of that file")
	require.Contains(t, tally(t, o.String()), "3 of 4 streams")
}

// TestWidth replays as make run does: a terminal of 80 columns has room for the report.
func TestWidth(t *testing.T) {
	t.Chdir("../..")
	var o, e bytes.Buffer
	require.Equal(t, replay.ExitMatch, replay.Run(replay.Config{Out: &o, Err: &e, Table: true}, []string{"node/testdata/streams"}))
	require.Contains(t, o.String(), "MARKET")
	for line := range strings.Lines(o.String()) {
		require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 80, line)
	}
}

// TestEveryFigureIsCompared alters each figure of a row in turn: each time exactly that figure is reported.
func TestEveryFigureIsCompared(t *testing.T) {
	text := recorded(t, "synthetic-0011.jsonl")
	last := strings.LastIndex(strings.TrimSpace(text), "\n") + 1
	line := strings.Count(text[:last], "\n") + 1
	row := regexp.MustCompile(`"([a-z_]+)":"([^"]*)"`)
	altered := 0
	// The first row stands for all: market mkt-1, party alice.
	end := last + strings.Index(text[last:], "}")
	for _, at := range row.FindAllStringSubmatchIndex(text[last:end], -1) {
		field, value := text[last+at[2]:last+at[3]], text[last+at[4]:last+at[5]]
		if field == "kind" || field == "market" || field == "party" {
			continue
		}
		other := "424242"
		if field == "state" {
			other = "DISTRESSED"
		}
		result := replay.Stream("x", strings.NewReader(text[:last+at[4]]+other+text[last+at[5]:]))
		require.NoError(t, result.Fault)
		require.Equal(t, []replay.Mismatch{{
			File: "x", Line: line, Market: "mkt-1", Party: "alice", Field: field, Got: value, Want: other,
		}}, result.Mismatches)
		require.Equal(t, result.Positions-1, result.MatchingPositions)
		altered++
	}
	require.Equal(t, 19, altered)
}

func TestMismatchesAreReported(t *testing.T) {
	text := recorded(t, "unit-0002.jsonl")
	last := strings.LastIndex(strings.TrimSpace(text), "\n") + 1
	start := last + strings.Index(text[last:], "[{")
	altered := strings.Replace(text[start:], `"party":"`, `"party":"no one `, 1)
	file := write(t, t.TempDir(), "altered.jsonl", text[:start]+altered)
	code, out, errs := run(t, file, filepath.Join(streams, "unit-0004.jsonl"))
	require.Equal(t, replay.ExitMismatch, code)
	require.Empty(t, errs)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 4)
	at := fmt.Sprintf("%s:%d: mismatch: market ", file, strings.Count(text[:last], "\n")+1)
	require.True(t, strings.HasPrefix(lines[0], at), lines[0])
	require.Regexp(t, `party "no one [^"]+", field row: got missing, want present$`, lines[0])
	require.Regexp(t, `party [^ ]+, field row: got present, want missing$`, lines[1])
	require.Contains(t, tally(t, out), "1 of 2 streams match")
}

// TestFaultsEndTheirFileOnly replays a file of each fault between good ones.
func TestFaultsEndTheirFileOnly(t *testing.T) {
	text := recorded(t, "unit-0002.jsonl")
	folder := t.TempDir()
	write(t, folder, "a.jsonl", text)
	b := write(t, folder, "b.jsonl", strings.Replace(text, `"seq":3`, `"seq":4`, 1))
	c := write(t, folder, "c.jsonl", text[:len(text)-20])
	d := write(t, folder, "d.jsonl", strings.Replace(text, `"kind":"end_block"`, `"kind":"end_of_block"`, 1))
	write(t, folder, "e.jsonl", text)
	write(t, folder, "f.txt", "not a stream, and not asked for")
	none, empty := filepath.Join(folder, "none.jsonl"), t.TempDir()

	code, out, errs := run(t, folder, none, empty, filepath.Join(folder, "a.jsonl"))
	require.Equal(t, replay.ExitMismatch, code)
	require.Contains(t, tally(t, out), "3 of 7 streams match")
	lines := strings.Split(strings.TrimSpace(errs), "\n")
	require.Len(t, lines, 5)
	require.Equal(t, empty+": no stream (*.jsonl) in this folder", lines[0])
	require.Equal(t, b+":4: seq: number 4 after 2", lines[1])
	require.Regexp(t, regexp.QuoteMeta(c)+`:\d+: the last line is torn`, lines[2])
	require.Regexp(t, regexp.QuoteMeta(d)+`:\d+: unknown kind "end_of_block"`, lines[3])
	require.Contains(t, lines[4], "none.jsonl")
}

func TestAFileThatIsNamedTwiceIsReplayedTwice(t *testing.T) {
	file := filepath.Join(streams, "unit-0002.jsonl")
	code, out, _ := run(t, file, file)
	require.Equal(t, replay.ExitMatch, code)
	require.Contains(t, tally(t, out), "2 of 2 streams match")
}

func TestAFolderWithoutStreamsIsAnError(t *testing.T) {
	code, out, errs := run(t, t.TempDir())
	require.Equal(t, replay.ExitMismatch, code)
	require.Contains(t, errs, "no stream")
	require.Equal(t, "replay: 0 of 0 streams match, 0 of 0 positions, 0 events", tally(t, out))
}

// full is a writer that fails.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestAReportThatCannotBeWrittenIsAnError(t *testing.T) {
	var errs bytes.Buffer
	code := replay.Run(replay.Config{Out: full{}, Err: &errs}, []string{filepath.Join(streams, "unit-0002.jsonl")})
	require.Equal(t, replay.ExitMismatch, code)
	require.Contains(t, errs.String(), "the report is incomplete")
}

func TestProgressIsDrawnAndCleared(t *testing.T) {
	var o, e bytes.Buffer
	file := filepath.Join(streams, "unit-0002.jsonl")
	require.Equal(t, replay.ExitMatch, replay.Run(replay.Config{Out: &o, Err: &e, Progress: true}, []string{file, file}))
	require.Contains(t, e.String(), "replaying")
	require.NotContains(t, o.String(), "replaying")
}
