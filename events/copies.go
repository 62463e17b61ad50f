package events

import (
	"maps"
	"slices"
)

// Copies is storage for the slices, maps and pointers of one payload. It is used again after each [Copies.Reset], so that copying
// allocates nothing in steady state. On a nil *Copies, every copy is allocated for itself.
type Copies struct {
	all  []buffer
	last buffer // used last: payloads often hold several slices of one type
}

// buffer is storage of one type: *items[T] or *tables[K, V].
type buffer interface {
	reset()   // makes the storage free
	release() // drops what the storage refers to
}

// Reset makes the storage free. What was copied into it must no longer be in use.
func (c *Copies) Reset() {
	for _, b := range c.all {
		b.reset()
	}
}

// Release drops what the storage refers to, and storage that the last payloads needed little of.
func (c *Copies) Release() {
	for _, b := range c.all {
		b.release()
	}
}

// in returns the storage of one type. The type assertions find it without a map or reflection; a payload has few types.
func in[B buffer](c *Copies, fresh func() B) B {
	if b, ok := c.last.(B); ok {
		return b
	}
	for _, b := range c.all {
		if b, ok := b.(B); ok {
			c.last = b
			return b
		}
	}
	b := fresh()
	c.all, c.last = append(c.all, b), b
	return b
}

// CopySlice returns a copy of a slice. deep copies what one element refers to; it is nil if assignment does. A nil slice stays nil.
func CopySlice[T any](c *Copies, from []T, deep func(*Copies, *T)) []T {
	if from == nil {
		return nil
	}
	to := room[T](c, len(from))
	copy(to, from)
	for i := 0; deep != nil && i < len(to); i++ {
		deep(c, &to[i])
	}
	return to
}

// CopyPointer returns a pointer to a copy. deep is as for [CopySlice]. nil stays nil.
func CopyPointer[T any](c *Copies, from *T, deep func(*Copies, *T)) *T {
	if from == nil {
		return nil
	}
	to := &room[T](c, 1)[0]
	*to = *from
	if deep != nil {
		deep(c, to)
	}
	return to
}

// CopyMap returns a copy of a map. deep is as for [CopySlice], for the values. A nil map stays nil.
func CopyMap[K comparable, V any](c *Copies, from map[K]V, deep func(*Copies, *V)) map[K]V {
	switch {
	case from == nil:
		return nil
	case deep == nil && c == nil:
		return maps.Clone(from)
	}
	to := table[K, V](c, len(from))
	for key, value := range from {
		if deep != nil {
			deep(c, &value)
		}
		to[key] = value
	}
	return to
}

// enough is the number of items, and of entries in a map, for which room is kept whatever the last payloads needed.
const enough = 64

// items is storage for slices and pointers of one type.
type items[T any] struct {
	buffer []T
	most   int // the most that one payload needed since the last release
}

func newItems[T any]() *items[T] { return new(items[T]) }

func (s *items[T]) reset() { s.buffer = s.buffer[:0] }

func (s *items[T]) release() {
	if cap(s.buffer) > max(enough, 4*s.most) {
		s.buffer = nil
	}
	clear(s.buffer[:cap(s.buffer)])
	s.buffer, s.most = s.buffer[:0], 0
}

// room returns n items to which nothing else refers.
func room[T any](c *Copies, n int) []T {
	if c == nil || n == 0 {
		return make([]T, n)
	}
	s := in(c, newItems[T])
	used := len(s.buffer)
	if cap(s.buffer)-used < n { // the full buffer stays with those who refer to it
		s.buffer, used = make([]T, 0, max(n, 2*cap(s.buffer))), 0
	}
	s.buffer = s.buffer[:used+n]
	s.most = max(s.most, used+n)
	return s.buffer[used : used+n : used+n]
}

// tables is storage for maps of one type.
type tables[K comparable, V any] struct {
	all        []sized[K, V]
	used, most int
}

// sized is a map, and the most entries that it ever had. To empty a map takes time for as many.
type sized[K comparable, V any] struct {
	entries map[K]V
	size    int
}

func newTables[K comparable, V any]() *tables[K, V] { return new(tables[K, V]) }

func (s *tables[K, V]) reset() { s.used = 0 }

func (s *tables[K, V]) release() {
	clear(s.all[s.most:])
	s.all = slices.Clip(s.all[:s.most])
	for i := range s.all {
		s.all[i].empty(0)
	}
	s.used, s.most = 0, 0
}

// table returns an empty map for n entries to which nothing else refers.
func table[K comparable, V any](c *Copies, n int) map[K]V {
	if c == nil {
		return make(map[K]V, n)
	}
	s := in(c, newTables[K, V])
	if s.used == len(s.all) {
		s.all = append(s.all, sized[K, V]{})
	}
	m := &s.all[s.used]
	s.used++
	s.most = max(s.most, s.used)
	m.empty(n)
	return m.entries
}

// empty makes the map one for n entries. It replaces one that is much too large.
func (m *sized[K, V]) empty(n int) {
	if m.entries == nil || m.size > max(enough, 4*n) {
		m.entries, m.size = make(map[K]V, n), 0
	}
	clear(m.entries)
	m.size = max(m.size, n)
}
