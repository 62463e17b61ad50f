package main

import (
	"context"
	"errors"
	"net/http"
)

// newHandler returns the server's HTTP interface: POST /borrow and /return, with the title and the
// reader as form values.
func newHandler(s *Server) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /borrow", func(w http.ResponseWriter, r *http.Request) {
		title, reader := r.FormValue("title"), r.FormValue("reader")
		answer(w, s.Do(r.Context(), func(shelf *Shelf) error { return shelf.Borrow(title, reader) }))
	})
	mux.HandleFunc("POST /return", func(w http.ResponseWriter, r *http.Request) {
		title := r.FormValue("title")
		answer(w, s.Do(r.Context(), func(shelf *Shelf) error { return shelf.Return(title) }))
	})
	return mux
}

// answer writes the outcome of a request.
func answer(w http.ResponseWriter, err error) {
	switch {
	case err == nil:
		w.WriteHeader(http.StatusNoContent)
	case errors.Is(err, errStopped), errors.Is(err, context.Canceled):
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
	default:
		http.Error(w, err.Error(), http.StatusConflict)
	}
}
