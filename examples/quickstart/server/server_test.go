package main

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
)

// The tests run in bubbles of testing/synctest. It waits without sleeping, and fails a test that
// leaves a goroutine behind.

// store is a consumer that commits at the end of each block.
type store struct {
	borrowed, transactions int // since the start of the block
	committed              atomic.Int64
	blocks                 []int // the number of transactions in each
}

func (s *store) OnBorrowed(generated.Borrowed) { s.borrowed++ }

func (s *store) OnEndTx(events.EndTx) { s.transactions++ }

func (s *store) OnEndBlock(events.EndBlock) {
	s.committed.Add(int64(s.borrowed))
	s.blocks = append(s.blocks, s.transactions)
	s.borrowed, s.transactions = 0, 0
}

// newLibrary returns a server with a store, and some copies of one book.
func newLibrary(t *testing.T, copies int) (*Server, *store) {
	t.Helper()
	bus, store := generated.NewRouter(), &store{}
	if _, err := bus.Attach(store); err != nil {
		t.Fatal(err)
	}
	return NewServer(bus, map[string]int{"Emma": copies}), store
}

func borrow(shelf *Shelf) error { return shelf.Borrow("Emma", "reader") }

// ask calls Do in goroutines of their own and returns the channel of their answers.
func ask(s *Server, requests int) chan error {
	answers := make(chan error, requests)
	for range requests {
		go func() { answers <- s.Do(context.Background(), borrow) }()
	}
	return answers
}

// count returns how many answers are nil, how many are errStopped, and how many are other errors.
func count(answers chan error) (done, stopped, refused int) {
	for range cap(answers) {
		switch err := <-answers; {
		case err == nil:
			done++
		case errors.Is(err, errStopped):
			stopped++
		default:
			refused++
		}
	}
	return done, stopped, refused
}

// TestDo: whoever gets an answer finds its events committed, and no book is lent twice.
func TestDo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, store := newLibrary(t, 100)
		ctx, stop := context.WithCancel(context.Background())
		go s.Run(ctx)
		var done atomic.Int64
		answers := make(chan error, 300)
		for range cap(answers) {
			go func() {
				err := s.Do(ctx, borrow)
				if err == nil && done.Add(1) > store.committed.Load() {
					t.Error("answered before the end of the block")
				}
				answers <- err
			}()
		}
		if done, stopped, refused := count(answers); done != 100 || stopped != 0 || refused != 200 {
			t.Errorf("%d done, %d stopped, %d refused; want 100, 0, 200", done, stopped, refused)
		}
		stop()
	})
}

// TestBatch: requests that wait together are one block.
func TestBatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, store := newLibrary(t, 100)
		answers := ask(s, 10)
		synctest.Wait() // all are in the inbox
		ctx, stop := context.WithCancel(context.Background())
		go s.Run(ctx)
		count(answers)
		stop()
		<-s.stopped
		if len(store.blocks) != 1 || store.blocks[0] != 10 {
			t.Errorf("got blocks of %v transactions, want one of 10", store.blocks)
		}
	})
}

// TestShutdown stops a server that has more work than fits into its inbox. What is in the inbox is
// done. The others get errStopped, and theirs is not done.
func TestShutdown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, store := newLibrary(t, 1000)
		answers := ask(s, batch+5)
		synctest.Wait() // the inbox is full, and five wait
		ctx, stop := context.WithCancel(context.Background())
		stop()
		s.Run(ctx)
		if done, stopped, refused := count(answers); done != batch || stopped != 5 || refused != 0 {
			t.Errorf("%d done, %d stopped, %d refused; want %d, 5, 0", done, stopped, refused, batch)
		}
		if n := store.committed.Load(); n != batch {
			t.Errorf("%d committed, want %d", n, batch)
		}
		if err := s.Do(context.Background(), borrow); !errors.Is(err, errStopped) {
			t.Errorf("after the end: got %v", err)
		}
	})
}

// TestCallerGivesUp: a caller whose context ends does not wait, whether its request is in the inbox
// or not.
func TestCallerGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _ := newLibrary(t, 1000)
		ctx, giveUp := context.WithCancel(context.Background())
		answers := make(chan error, batch+1)
		for range cap(answers) {
			go func() { answers <- s.Do(ctx, borrow) }()
		}
		synctest.Wait()
		giveUp()
		for range cap(answers) {
			if err := <-answers; !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
		}
	})
}

// TestPanic: a panic ends Run, and nobody waits for an answer that never comes.
func TestPanic(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _ := newLibrary(t, 1000)
		answers := ask(s, 3)
		synctest.Wait()
		go func() { answers <- s.Do(context.Background(), func(*Shelf) error { panic("no shelf") }) }()
		synctest.Wait()
		func() {
			defer func() {
				if recover() == nil {
					t.Error("Run did not panic")
				}
			}()
			s.Run(context.Background())
		}()
		if done, stopped, refused := count(answers); done != 0 || stopped != 3 || refused != 0 {
			t.Errorf("%d done, %d stopped, %d refused; want 0, 3, 0", done, stopped, refused)
		}
	})
}
