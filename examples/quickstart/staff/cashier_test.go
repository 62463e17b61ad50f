package staff

import (
	"fmt"
	"slices"
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
)

// TestCashier returns two books late and one in time: each fine comes after the return that it
// answers, for every consumer.
func TestCashier(t *testing.T) {
	history := NewHistory(10)
	till := NewTill(history)
	till.BeginBlock(events.Block{Height: 1})
	till.EmitReturned(library.Returned{Book: library.Book{Title: "Emma"}, DaysLate: 3})
	till.EmitReturned(library.Returned{Book: library.Book{Title: "Moby-Dick"}})
	till.EmitReturned(library.Returned{Book: library.Book{Title: "Ulysses"}, DaysLate: 1})
	till.EndBlock()

	var got []string
	for _, e := range history.Events() {
		got = append(got, fmt.Sprintf("%d %s %s", e.Sequence(), e.Kind(), e.Book().Title()))
	}
	want := []string{"1 Returned Emma", "2 Fined Emma", "3 Returned Moby-Dick", "4 Returned Ulysses", "5 Fined Ulysses"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestFine tests the plug-in alone, with an emitter of the test's own.
func TestFine(t *testing.T) {
	var fines recorder
	cashier := &Cashier{Out: &fines}
	cashier.OnReturned(*generated.NewReturned(events.Header{}, library.Returned{Book: library.Book{Title: "Emma"}, DaysLate: 3}))
	if want := (library.Fined{Book: library.Book{Title: "Emma"}, Cents: 30}); !slices.Equal(fines, []library.Fined{want}) {
		t.Errorf("got %v, want %v", fines, want)
	}
}

type recorder []library.Fined

func (r *recorder) EmitFined(p library.Fined) { *r = append(*r, p) }
