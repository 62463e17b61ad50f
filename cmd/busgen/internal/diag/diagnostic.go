package diag

import "go/token"

// Diagnostic is one finding.
type Diagnostic struct {
	// Pos is where to look first. It is empty if the finding has no place.
	Pos token.Position
	// Message is the cause, without a full stop.
	Message string
	// Related are other places that belong to it, in reading order.
	Related []Related
	// Hint says what to type instead. It may be empty.
	Hint string
	// Note says that this is not an error.
	Note bool
}

// Related is another place that belongs to a Diagnostic.
type Related struct {
	Pos     token.Position
	Message string
}
