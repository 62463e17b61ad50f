package replay_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/busgen/busgen/node/replay"
)

// FuzzReplay replays arbitrary text: no stream makes the bus or the plug-in panic.
func FuzzReplay(f *testing.F) {
	files, err := filepath.Glob(streams + "/unit-*.jsonl")
	if err != nil || len(files) == 0 {
		f.Fatal("no streams to begin with", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		result := replay.Stream("x", strings.NewReader(text))
		if result.MatchingPositions > result.Positions || result.Matches() && result.MatchingPositions != result.Positions {
			t.Fatalf("%d of %d positions", result.MatchingPositions, result.Positions)
		}
	})
}
