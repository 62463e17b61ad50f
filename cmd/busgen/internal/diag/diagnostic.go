package diag

import "go/token"

// Diagnostic is one finding.
type Diagnostic struct {
	// Pos is where to look first. A finding about no place in particular has none, and is printed without.
	Pos token.Position
	// Message is the cause, without a full stop.
	Message string
	// Related are the other places that have to do with it, in the order in which to read them.
	Related []Related
	// Hint says what to type instead. Empty: the message says it all.
	Hint string
	// Note says that this is worth knowing and no error.
	Note bool
}

// Related is another place that has to do with a Diagnostic.
type Related struct {
	Pos     token.Position
	Message string
}
