package store

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with a file, and what to do about it.
var (
	ErrFull     = errors.New("there is no room left: make room, or write to another disk; the file holds whole blocks, and the same command goes on with it")
	ErrLocked   = errors.New("another program writes to the file: end it, or take another file")
	ErrReadOnly = errors.New("the file or its folder cannot be written to: change its permissions, or take another file")
	ErrCorrupt  = errors.New("the file is damaged, or is no database: restore it from a copy, or take another file")
	ErrForeign  = errors.New("the file is a database of another program: take another file")
	ErrNewer    = errors.New("a newer version of this program has made the file: use that version, or take another file")
	ErrOtherRun = errors.New("another run has made the file: give the same numbers as then, or take another file")
	ErrHistory  = errors.New("the file holds another history: it was made by another version of the core; use that version, or take another file")
	ErrOpen     = errors.New("the file cannot be opened: check that its folder exists and that it is no folder itself")
)

// explain adds to an error of the database what to do about it.
func explain(path string, err error) error {
	if err == nil {
		return nil
	}
	if cause := causeOf(err); cause != nil {
		return fmt.Errorf("database %s: %w (%w)", path, cause, err)
	}
	return fmt.Errorf("database %s: %w", path, err)
}

// causeOf is the error of this package that a database's error stands for, or nil.
func causeOf(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return ErrReadOnly
	}
	var of *sqlite.Error
	if !errors.As(err, &of) {
		return nil
	}
	switch of.Code() & 0xff { // the rest says more of the same
	case sqlite3.SQLITE_FULL:
		return ErrFull
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CONSTRAINT:
		return ErrLocked // a block that is there already: somebody else has written it
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return ErrReadOnly
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return ErrCorrupt
	case sqlite3.SQLITE_CANTOPEN:
		return ErrOpen
	}
	return nil
}
