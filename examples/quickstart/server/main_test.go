package main

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"testing"

	"github.com/busgen/busgen/examples/quickstart/generated"
)

// TestServe borrows and returns the only copy of a book over HTTP, and stops the server while a
// request is under way.
func TestServe(t *testing.T) {
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	base := "http://" + listener.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error)
	bus, slow := generated.NewRouter(), &slow{busy: make(chan struct{}), free: make(chan struct{})}
	if _, err := bus.Attach(slow); err != nil {
		t.Fatal(err)
	}
	go func() { served <- serve(ctx, listener, NewServer(bus, map[string]int{"Emma": 1})) }()

	emma := url.Values{"title": {"Emma"}, "reader": {"reader 7"}}
	for _, request := range []struct {
		path string
		form url.Values
		want int
	}{
		{"/borrow", emma, http.StatusNoContent},
		{"/borrow", emma, http.StatusConflict},
		{"/return", emma, http.StatusNoContent},
		{"/return", url.Values{"title": {"Ulysses"}}, http.StatusConflict},
	} {
		if got := post(t, base+request.path, request.form); got != request.want {
			t.Errorf("%s %v: got %d, want %d", request.path, request.form, got, request.want)
		}
	}

	last := make(chan int, 1)
	go func() { last <- post(t, base+"/borrow", url.Values{"title": {"Emma"}, "reader": {"slow"}}) }()
	<-slow.busy
	stop()
	close(slow.free)
	if err := <-served; err != nil {
		t.Error(err)
	}
	if got := <-last; got != http.StatusNoContent {
		t.Errorf("the request under way: got %d", got)
	}
}

// slow is a consumer that takes its time with the events of one reader.
type slow struct{ busy, free chan struct{} }

func (s *slow) OnBorrowed(e generated.Borrowed) {
	if e.Borrowed().Reader() == "slow" {
		close(s.busy)
		<-s.free
	}
}

func post(t *testing.T, url string, form url.Values) int {
	response, err := http.PostForm(url, form)
	if err != nil {
		t.Error(err)
		return 0
	}
	response.Body.Close()
	return response.StatusCode
}
