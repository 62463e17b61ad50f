package stream

import (
	"errors"
	"fmt"
)

// Error is an error in a stream, with its place.
type Error struct {
	File string
	// Line counts from 1.
	Line  int
	Cause error
}

// Error returns "file:line: cause".
func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Cause) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Cause }

var (
	errEmptyFile  = errors.New("the file is empty: a stream begins with a header line")
	errEmptyLine  = errors.New("the line is empty")
	errNotUTF8    = errors.New("the line is not UTF-8")
	errTorn       = errors.New("the last line is torn: it has neither a line end nor all of its JSON")
	errNoExpected = errors.New("the stream ends without a line of expected positions")
	errTrailing   = errors.New("something follows the expected positions, which end a stream")
	errOpenBlock  = errors.New("the block is still open where the stream ends")
	errSecondHead = errors.New("a second header")
)
