package store

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Errors of a file. Their text says what to do.
var (
	ErrFull     = errors.New("the disk is full: make room, or write to another disk; the file holds whole blocks, and the same command continues it")
	ErrLocked   = errors.New("another program writes to the file: stop it, or use another file")
	ErrReadOnly = errors.New("the file or its folder cannot be written to: change its permissions, or use another file")
	ErrCorrupt  = errors.New("the file is damaged, or not a database: restore it from a copy, or use another file")
	ErrForeign  = errors.New("the file is a database of another program: use another file")
	ErrNewer    = errors.New("the file was created by a newer version of this program: use that version, or another file")
	ErrOtherRun = errors.New("the file belongs to another run: use the same seed, markets and parties as that run, or another file")
	ErrHistory  = errors.New("the file holds another history, of another version of the core: use that version or another file, or delete this one")
	ErrOpen     = errors.New("the file cannot be opened: check that its folder exists and that it is not a folder itself")
)

// explain adds the path, and what to do, to an error of the database.
func explain(path string, err error) error {
	if err == nil {
		return nil
	}
	if cause := causeOf(err); cause != nil {
		return fmt.Errorf("database %s: %w (%w)", path, cause, err)
	}
	return fmt.Errorf("database %s: %w", path, err)
}

// causeOf returns the error of this package for an error of the database, or nil.
func causeOf(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return ErrReadOnly
	}
	var of *sqlite.Error
	if !errors.As(err, &of) {
		return nil
	}
	switch of.Code() & 0xff { // the other bits give details
	case sqlite3.SQLITE_FULL:
		return ErrFull
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CONSTRAINT:
		return ErrLocked // the block exists already: another program has written it
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return ErrReadOnly
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return ErrCorrupt
	case sqlite3.SQLITE_CANTOPEN:
		return ErrOpen
	}
	return nil
}
