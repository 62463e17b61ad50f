package staff

import (
	"fmt"
	"slices"
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
)

// TestHistory borrows up to nine books, and looks at histories of up to four events: the last ones
// are there, as they were.
func TestHistory(t *testing.T) {
	for limit := range 5 {
		for borrowed := range 10 {
			bus, history := generated.NewRouter(), NewHistory(limit)
			if _, err := bus.Attach(history); err != nil {
				t.Fatal(err)
			}
			bus.BeginBlock(events.Block{Height: 1})
			var want []string
			for n := range borrowed {
				title := fmt.Sprint("volume ", n)
				bus.EmitBorrowed(library.Borrowed{Book: library.Book{Title: title}})
				want = append(want, title)
			}
			bus.EndBlock()

			want = want[max(0, borrowed-max(1, limit)):]
			if got := titles(history); !slices.Equal(got, want) {
				t.Errorf("limit %d: got %q, want %q", limit, got, want)
			}
		}
	}
}

// TestHistoryIsReadWhileEventsFlow is for the race detector.
func TestHistoryIsReadWhileEventsFlow(t *testing.T) {
	history := NewHistory(3)
	bus := NewTill(history)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for len(titles(history)) < 3 {
		}
	}()
	bus.BeginBlock(events.Block{Height: 1})
	for range 100 {
		bus.EmitBorrowed(library.Borrowed{Book: library.Book{Title: "Emma"}})
	}
	bus.EndBlock()
	<-done
}

func titles(h *History) []string {
	var titles []string
	for _, e := range h.Events() {
		titles = append(titles, e.Book().Title())
	}
	return titles
}
