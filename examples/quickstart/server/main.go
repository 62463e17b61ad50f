// Server is a program without blocks of its own: a library whose readers borrow and return books
// over HTTP. See docs/write-a-plugin.md.
//
//	go run ./server
//	curl -d 'title=Emma&reader=me' localhost:8080/borrow
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/busgen/busgen/examples/quickstart/generated"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	listener, err := net.Listen("tcp", "localhost:8080")
	if err != nil {
		log.Fatal(err)
	}
	s := NewServer(generated.NewRouter(), map[string]int{"Emma": 1, "Moby-Dick": 2})
	if err := serve(ctx, listener, s); err != nil {
		log.Fatal(err)
	}
}

// serve answers requests until ctx ends. Then it shuts down from the outside in: first HTTP, which
// waits for the requests that have begun, and then the driver, which those wait for.
func serve(ctx context.Context, listener net.Listener, s *Server) error {
	driving, stop := context.WithCancel(context.Background())
	go s.Run(driving)
	defer func() {
		stop()
		<-s.stopped
	}()

	web := &http.Server{Handler: newHandler(s)}
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return web.Shutdown(patience)
}
