package replay

import "github.com/busgen/busgen/node/stream"

// Result is the result of replaying one file.
type Result struct {
	File string
	// Fault is the error that ended reading: a [*stream.Error], or the error of opening the file.
	Fault error
	// Mismatches are sorted by line, market and party.
	Mismatches []Mismatch
	// Rows are the positions of the plug-in after the last event that was read, sorted by market and party.
	Rows []stream.Row

	// Positions, MatchingPositions and Events count as in [Tally].
	Positions, MatchingPositions, Events int
}

// Matches reports whether the whole file was read and everything matched.
func (r Result) Matches() bool { return r.Fault == nil && len(r.Mismatches) == 0 }

// larger reports whether a table should show r instead of other: a file that could be read, or one with more positions.
func (r Result) larger(other Result) bool {
	if (r.Fault == nil) != (other.Fault == nil) {
		return r.Fault == nil
	}
	return len(r.Rows) > len(other.Rows)
}
