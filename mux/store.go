package mux

// Store makes events that can be kept, in chunks of their type: one allocation for many events, freed with the last of
// them. So to keep one event holds its chunk, at most 32 KiB.
//
// The first chunk has few events and each next one twice as many, up to the limit, so that rare events cost little.
type Store[T any] struct{ chunk []T }

// firstChunk is how many events the first chunk has.
const firstChunk = 8

// Put copies v to where it can be kept. limit is how many events a full chunk has, at least 1; the generator computes it
// from the event's size.
func (s *Store[T]) Put(limit int, v T) *T {
	if len(s.chunk) == cap(s.chunk) {
		s.chunk = make([]T, 0, min(limit, max(firstChunk, 2*cap(s.chunk))))
	}
	s.chunk = append(s.chunk, v)
	return &s.chunk[len(s.chunk)-1]
}
