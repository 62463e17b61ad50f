package staff

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
)

// Librarian keeps the history of the books, whatever happens to them, and remembers what was lent.
type Librarian struct {
	Watch   Watch
	History []generated.BookEvent
	Lent    int
}

// OnBook gets every event that has the capability Book.
func (l *Librarian) OnBook(e generated.BookEvent) {
	l.History = append(l.History, e)
	l.watch("OnBook", e)
}

// OnLent gets what was lent, before OnBook does.
func (l *Librarian) OnLent(e generated.LentEvent) {
	l.Lent++
	l.watch("OnLent", e)
}

// OnEndBlock ends the day.
func (l *Librarian) OnEndBlock(e events.EndBlock) { l.watch("OnEndBlock", e) }

func (l *Librarian) watch(method string, e events.Event) {
	if l.Watch != nil {
		l.Watch("librarian", method, e)
	}
}

// Porter is the last to hear of everything.
type Porter struct {
	Watch  Watch
	Events int
}

// OnEvent gets all events, the boundaries too.
func (p *Porter) OnEvent(e events.Event) {
	p.Events++
	if p.Watch != nil {
		p.Watch("porter", "OnEvent", e)
	}
}
