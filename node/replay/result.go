package replay

import "github.com/busgen/busgen/node/stream"

// Result is what replaying one file gave.
type Result struct {
	File string
	// Fault is why the file could not be read to its end: a [*stream.Error], or that of opening the file.
	Fault error
	// Mismatches are sorted by line, market and party.
	Mismatches []Mismatch
	// Rows are the positions that the plug-in holds after the last event that was read, by market and party.
	Rows []stream.Row

	// Positions, MatchingPositions and Events count as in [Tally].
	Positions, MatchingPositions, Events int
}

// Matches says whether the whole file was read and everything in it was as recorded.
func (r Result) Matches() bool { return r.Fault == nil && len(r.Mismatches) == 0 }

// larger says whether a table had better show r than other: a file that could be read, or the one with more positions.
func (r Result) larger(other Result) bool {
	if (r.Fault == nil) != (other.Fault == nil) {
		return r.Fault == nil
	}
	return len(r.Rows) > len(other.Rows)
}
