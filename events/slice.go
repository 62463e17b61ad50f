package events

import "iter"

// Slice is a read-only view of a slice of T, whose elements read as V.
type Slice[T, V any] struct {
	lent Lent
	p    *[]T
	read func(Lent, *T) V
}

// ViewSlice returns the view of a slice. read returns one element, and may not share memory with it.
func ViewSlice[T, V any](l Lent, p *[]T, read func(Lent, *T) V) Slice[T, V] {
	Check(l)
	return Slice[T, V]{l, p, read}
}

// Value reads an element by value.
func Value[T any](l Lent, p *T) T {
	Check(l)
	return *p
}

func (s Slice[T, V]) get() []T {
	Check(s.lent)
	return *s.p
}

// Len returns the number of elements.
func (s Slice[T, V]) Len() int { return len(s.get()) }

// At returns the element at index i, counted from 0. It panics if i is out of range.
func (s Slice[T, V]) At(i int) V { return s.read(s.lent, &s.get()[i]) }

// All returns an iterator over the indexes and elements, in order. Each step is a use of the event.
func (s Slice[T, V]) All() iter.Seq2[int, V] {
	return func(yield func(int, V) bool) {
		for i := range s.Len() {
			if !yield(i, s.At(i)) {
				return
			}
		}
	}
}
