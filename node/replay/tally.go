package replay

import (
	"fmt"
	"math"
	"time"
)

// Tally counts the results of a replay.
type Tally struct {
	// Streams is the number of files, MatchingStreams of those that were read to their end without a mismatch.
	Streams, MatchingStreams int
	// Positions is the number of rows in checkpoints and expected positions that were reached, MatchingPositions of those that match in
	// all figures.
	Positions, MatchingPositions int
	// Events is the number of events that were delivered, the start and the end of blocks included.
	Events int
	// Took is the time that all files took.
	Took time.Duration
}

// add adds the result of one file.
func (t *Tally) add(r Result) {
	t.Streams++
	if r.Matches() {
		t.MatchingStreams++
	}
	t.Positions += r.Positions
	t.MatchingPositions += r.MatchingPositions
	t.Events += r.Events
}

// String returns the last two lines of a replay.
func (t Tally) String() string {
	rate := 0.0
	if seconds := t.Took.Seconds(); seconds > 0 {
		rate = math.Round(float64(t.Events) / seconds)
	}
	return fmt.Sprintf("throughput: %d events, %.2f s (%.0f events/s)\nreplay: %d of %d streams match, %d of %d positions",
		t.Events, t.Took.Seconds(), rate, t.MatchingStreams, t.Streams, t.MatchingPositions, t.Positions)
}
