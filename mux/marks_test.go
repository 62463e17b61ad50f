package mux_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
)

// long is more deliveries than a bus goes on marking after the last detach.
const long = 1<<16 + 10

// seasoned is a tower in a block that marks its deliveries no more.
func seasoned() *Tower {
	tower := NewTower()
	tower.begin(1)
	for range long {
		tower.ring(0)
	}
	return tower
}

// within fails unless f returns soon.
func within(t *testing.T, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("it did not return")
	}
}

// A driver that does something else answers nobody: who detaches finds out without it, on its goroutine and on another.
func TestDetachFromARestingDriver(t *testing.T) {
	tower := seasoned()
	calls := 0
	count := rangFunc(func(*rang) { calls++ })
	within(t, attach(t, tower, count))
	tower = seasoned()
	attach(t, tower, count)()
	tower.ring(1)
	require.Zero(t, calls)
}

// A delivery that nobody marked is waited for all the same, whoever detaches, and while others attach.
func TestDetachFromAnUnmarkedDelivery(t *testing.T) {
	tower := seasoned()
	entered, proceed := make(chan struct{}), make(chan struct{})
	first := attach(t, tower, rangFunc(func(*rang) {
		entered <- struct{}{}
		<-proceed
	}))
	calls := 0
	second := attach(t, tower, rangFunc(func(*rang) { calls++ }))
	go tower.ring(1)
	<-entered
	attach(t, tower, events.Func(func(events.Event) {}))
	done := make(chan string, 2)
	go func() { first(); done <- "first" }()
	go func() { second(); done <- "second" }()
	select {
	case which := <-done:
		t.Fatalf("the %s consumer may still be called", which)
	case <-time.After(50 * time.Millisecond):
	}
	close(proceed)
	within(t, func() { <-done; <-done })
	require.Equal(t, 1, calls)
}

// A driver that is at work answers at the end of a delivery, and marks its deliveries from then on.
func TestDetachFromABusyDriver(t *testing.T) {
	tower := seasoned()
	stop, stopped := make(chan struct{}), make(chan struct{})
	detaches := make([]func(), 50)
	gone := make([]bool, len(detaches))
	for i := range detaches {
		detaches[i] = attach(t, tower, rangFunc(func(*rang) {
			if gone[i] {
				panic("called after its detach had returned")
			}
		}))
	}
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			default:
				tower.ring(1)
			}
		}
	}()
	within(t, func() {
		for i, detach := range detaches {
			detach()
			gone[i] = true
		}
	})
	close(stop)
	<-stopped
}

// After a panic in a delivery that nobody marked nothing hangs.
func TestDetachAfterAPanic(t *testing.T) {
	tower := seasoned()
	detach := attach(t, tower, rangFunc(func(*rang) { panic("boom") }))
	require.PanicsWithValue(t, "boom", func() { tower.ring(1) })
	within(t, detach)
	require.Panics(t, tower.end)
}

// From inside a consumer of an unmarked delivery a detach returns at once.
func TestDetachInsideAnUnmarkedDelivery(t *testing.T) {
	tower := seasoned()
	calls := 0
	var detach func()
	detach = attach(t, tower, rangFunc(func(*rang) {
		calls++
		detach()
	}))
	within(t, func() { tower.ring(1); tower.ring(2) })
	require.Equal(t, 1, calls)
}
