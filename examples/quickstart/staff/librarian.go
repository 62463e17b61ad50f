package staff

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
)

// Librarian counts what happens to books, and the books that were borrowed. It takes events by
// interface.
type Librarian struct {
	Watch           Watch
	Books, Borrowed int
}

// OnBook receives every event with the capability Book.
func (l *Librarian) OnBook(e generated.BookEvent) {
	l.Books++
	l.watch("OnBook", e)
}

// OnBorrowed is called before OnBook.
func (l *Librarian) OnBorrowed(e generated.BorrowedEvent) {
	l.Borrowed++
	l.watch("OnBorrowed", e)
}

// OnEndBlock is called at the end of the day.
func (l *Librarian) OnEndBlock(e events.EndBlock) { l.watch("OnEndBlock", e) }

func (l *Librarian) watch(method string, e events.Event) {
	if l.Watch != nil {
		l.Watch("librarian", method, e)
	}
}
