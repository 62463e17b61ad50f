package mux

// Store makes room for events that can be kept, in chunks of their type: one allocation for many events, freed with the last of
// them. So to keep one event holds its chunk, at most 32 KiB.
//
// The first chunk has few events and each next one twice as many, up to the limit, so that rare events cost little.
type Store[T any] struct{ chunk []T }

// firstChunk is how many events the first chunk has.
const firstChunk = 8

// Next gives a place for one event. limit is how many events a full chunk has, at least 1; the generator computes it from the
// event's size.
func (s *Store[T]) Next(limit int) *T {
	if len(s.chunk) == cap(s.chunk) {
		s.grow(limit)
	}
	s.chunk = s.chunk[:len(s.chunk)+1]
	return &s.chunk[len(s.chunk)-1]
}

func (s *Store[T]) grow(limit int) {
	s.chunk = make([]T, 0, min(limit, max(firstChunk, 2*cap(s.chunk))))
}
