package staff

import (
	"strconv"
	"strings"
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
	"github.com/busgen/busgen/mux/muxtest/contract"
)

// TestContract runs the suite of what a bus promises on the buses of this package.
func TestContract(t *testing.T) {
	t.Run("Desk", func(t *testing.T) {
		contract.Run(t, contract.Subject{
			Make: func(observe contract.Observer) contract.Bus {
				w := Watch(observe)
				return NewDeskBus(Desk{Clerk: &Clerk{Name: "clerk", Watch: w}, Trainee: &Clerk{Name: "trainee", Watch: w}})
			},
			Kinds: kinds(
				calls("clerk OnBorrowed", "trainee OnBorrowed"),
				calls(),
				calls("clerk OnReturned", "trainee OnReturned"),
			),
			ByValue: byValue,
		})
	})
	t.Run("House", func(t *testing.T) {
		contract.Run(t, contract.Subject{
			Make: func(observe contract.Observer) contract.Bus {
				w := Watch(observe)
				return NewHouseBus(House{
					Clerk: &Clerk{Name: "clerk", Watch: w}, Librarian: &Librarian{Watch: w}, Porter: &Porter{Watch: w},
				})
			},
			Kinds: kinds(
				calls("clerk OnBorrowed", "librarian OnBorrowed", "librarian OnBook", "porter OnEvent"),
				calls("librarian OnBook", "porter OnEvent"),
				calls("clerk OnReturned", "librarian OnBook", "porter OnEvent"),
			),
			BeginBlock: calls("porter OnEvent"),
			EndTx:      calls("porter OnEvent"),
			EndBlock:   calls("librarian OnEndBlock", "porter OnEvent"),
		})
	})
}

// TestNothingIsAllocated: a day at the desk costs no memory.
func TestNothingIsAllocated(t *testing.T) {
	desk := byValue()
	desk.Bus.BeginBlock(events.Block{Height: 1})
	if n := testing.AllocsPerRun(1000, desk.Emit); n != 0 {
		t.Errorf("got %v allocations, want none", n)
	}
}

func byValue() contract.ByValue {
	clerk, trainee := &Clerk{}, &Clerk{}
	bus := NewDeskBus(Desk{clerk, trainee})
	return contract.ByValue{
		Bus: bus,
		Emit: func() {
			bus.EmitBorrowed(library.Borrowed{Book: library.Book{Title: "Moby-Dick"}, Reader: "reader 7", Days: 14})
			bus.EmitReturned(library.Returned{Book: library.Book{Title: "Emma"}, DaysLate: 3})
		},
		Calls: func() int { return (clerk.Late + trainee.Late) / 3 },
	}
}

// kinds returns the events of the library with the calls that each makes.
func kinds(borrowed, fined, returned []contract.Call) []contract.Kind {
	return []contract.Kind{
		contract.KindOf(
			func(n int64) library.Borrowed {
				return library.Borrowed{Book: book(n), Reader: "reader " + strconv.FormatInt(n, 10), Days: int(n)}
			},
			func(b contract.Bus, p library.Borrowed) { b.(generated.BorrowedEmitter).EmitBorrowed(p) },
			generated.NewBorrowed, borrowed...),
		contract.KindOf(
			func(n int64) library.Fined { return library.Fined{Book: book(n), Cents: int(n)} },
			func(b contract.Bus, p library.Fined) { b.(generated.FinedEmitter).EmitFined(p) },
			generated.NewFined, fined...),
		contract.KindOf(
			func(n int64) library.Returned { return library.Returned{Book: book(n), DaysLate: int(n)} },
			func(b contract.Bus, p library.Returned) { b.(generated.ReturnedEmitter).EmitReturned(p) },
			generated.NewReturned, returned...),
	}
}

func book(n int64) library.Book {
	return library.Book{Title: "volume " + strconv.FormatInt(n, 10)}
}

// calls reads "consumer method".
func calls(names ...string) []contract.Call {
	var calls []contract.Call
	for _, name := range names {
		consumer, method, _ := strings.Cut(name, " ")
		calls = append(calls, contract.Call{Consumer: consumer, Method: method})
	}
	return calls
}
