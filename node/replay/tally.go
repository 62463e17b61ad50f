package replay

import (
	"fmt"
	"math"
	"time"
)

// Tally counts what a replay did.
type Tally struct {
	// Streams is how many files were named, MatchingStreams how many of them could be read to their end without a mismatch.
	Streams, MatchingStreams int
	// Positions is how many rows the checkpoints and expected positions have that were reached, MatchingPositions how many of them were as recorded in all figures.
	Positions, MatchingPositions int
	// Events is how many events were delivered, the begin and the end of blocks included.
	Events int
	// Took is the time from before the first file to after the last.
	Took time.Duration
}

// add takes in the result of one file.
func (t *Tally) add(r Result) {
	t.Streams++
	if r.Matches() {
		t.MatchingStreams++
	}
	t.Positions += r.Positions
	t.MatchingPositions += r.MatchingPositions
	t.Events += r.Events
}

// String is the last line of a replay.
func (t Tally) String() string {
	rate := 0.0
	if seconds := t.Took.Seconds(); seconds > 0 {
		rate = math.Round(float64(t.Events) / seconds)
	}
	return fmt.Sprintf("replay: %d of %d streams match, %d of %d positions, %d events in %.2f s (%.0f events/s)",
		t.MatchingStreams, t.Streams, t.MatchingPositions, t.Positions, t.Events, t.Took.Seconds(), rate)
}
