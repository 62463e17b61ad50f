package main

import (
	"fmt"

	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
)

// Shelf is an engine. Like every engine it belongs to the driver's goroutine, so it needs no lock.
type Shelf struct {
	out interface {
		generated.BorrowedEmitter
		generated.ReturnedEmitter
	}
	copies map[string]int // by title; those that are borrowed not included
}

// Borrow lets a reader take a book home.
func (s *Shelf) Borrow(title, reader string) error {
	if s.copies[title] == 0 {
		return fmt.Errorf("no copy of %q is on the shelf", title)
	}
	s.copies[title]--
	s.out.EmitBorrowed(library.Borrowed{Book: library.Book{Title: title}, Reader: reader, Days: 14})
	return nil
}

// Return takes a book back.
func (s *Shelf) Return(title string) error {
	if _, known := s.copies[title]; !known {
		return fmt.Errorf("%q is not a book of this library", title)
	}
	s.copies[title]++
	s.out.EmitReturned(library.Returned{Book: library.Book{Title: title}})
	return nil
}
