package main

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
)

// Server lets any number of goroutines work on one bus. They call Do. One goroutine, in Run, drives
// the bus: a block is a batch of requests, and a transaction is one request.
type Server struct {
	inbox   chan request
	stopped chan struct{} // closed when Run has returned

	bus            *generated.Router
	shelf          *Shelf
	height, number uint64 // of the last block, and of the last request
}

// request is work for the driver.
type request struct {
	work   func(*Shelf) error
	answer chan error // has room for the answer, so that the driver never waits for who asked
}

// batch is the most requests that wait in the inbox. A caller waits while it is full.
const batch = 64

// errStopped is the answer to requests that the server did not finish.
var errStopped = errors.New("the server has stopped")

// NewServer returns a server with these copies of books, by title. Attach consumers to bus before
// Run is called.
func NewServer(bus *generated.Router, copies map[string]int) *Server {
	return &Server{
		inbox: make(chan request, batch), stopped: make(chan struct{}),
		bus: bus, shelf: &Shelf{out: bus, copies: copies},
	}
}

// Do runs work on the driver's goroutine and returns its error when the block has ended, so that
// every consumer, the stores among them, has its events. It is safe from any goroutine but the
// driver's. If ctx ends first, work may still be done.
func (s *Server) Do(ctx context.Context, work func(*Shelf) error) error {
	r := request{work, make(chan error, 1)}
	select {
	case s.inbox <- r:
	case <-s.stopped:
		return errStopped
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-r.answer:
		return err
	case <-s.stopped:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-r.answer: // it was in the last block
		return err
	default:
		return errStopped
	}
}

// Run drives the bus until ctx ends. What is in the inbox then is still done. Call it once.
func (s *Server) Run(ctx context.Context) {
	defer close(s.stopped)
	for ctx.Err() == nil {
		select {
		case r := <-s.inbox:
			s.block(append([]request{r}, s.waiting()...))
		case <-ctx.Done():
		}
	}
	s.block(s.waiting())
}

// waiting returns the requests in the inbox. It does not block, since nobody else receives.
func (s *Server) waiting() (requests []request) {
	for range len(s.inbox) {
		requests = append(requests, <-s.inbox)
	}
	return requests
}

// block does the requests in one block, and answers them when it has ended.
func (s *Server) block(requests []request) {
	if len(requests) == 0 {
		return
	}
	s.height++
	s.bus.BeginBlock(events.Block{ChainID: "library", Height: s.height, Time: time.Now()})
	answers := make([]error, len(requests))
	for i, r := range requests {
		s.number++
		s.bus.BeginTx("request " + strconv.FormatUint(s.number, 10))
		answers[i] = r.work(s.shelf)
		s.bus.EndTx()
	}
	s.bus.EndBlock()
	for i, r := range requests {
		r.answer <- answers[i]
	}
}
