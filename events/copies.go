package events

import (
	"maps"
	"slices"
)

// Copies is storage for the slices, maps and pointers of one payload. It is used again after each [Copies.Reset], so that copying
// allocates nothing in steady state. On a nil *Copies, every copy is allocated for itself.
type Copies struct {
	all   []buffer
	last  buffer // used last: payloads often hold several slices of one type
	epoch uint64 // counts the calls of Reset, so that a buffer notices one when it is used
	nesting
}

// buffer is storage of one type: *items[T] or *tables[K, V].
type buffer interface {
	release() // drops what the storage refers to
}

// Reset makes the storage free. What was copied into it must no longer be in use.
func (c *Copies) Reset() { c.epoch++ }

// Release drops what the storage refers to, and storage that the last payloads needed little of.
func (c *Copies) Release() {
	for _, b := range c.all {
		b.release()
	}
}

// find returns the storage of one type. The type assertions find it without a map or reflection; a payload has few types.
func find[B buffer](c *Copies, fresh func() B) B {
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
func CopySlice[T any](c *Copies, from []T, deep func(*Copies, *T)) (to []T) {
	if from == nil {
		return nil
	}
	if s := current[T](c); s != nil && cap(s.buffer)-len(s.buffer) >= len(from) { // most often
		to = s.add(from)
	} else {
		to = copyItems(c, from)
	}
	switch {
	case deep == nil:
	case c.watched():
		watchSlice(c, from, to, deep)
	default:
		for i := range to {
			deep(c, &to[i])
		}
	}
	return to
}

// CopyPointer returns a pointer to a copy. deep is as for [CopySlice]. nil stays nil.
func CopyPointer[T any](c *Copies, from *T, deep func(*Copies, *T)) *T {
	if from == nil {
		return nil
	}
	to := &copyItems(c, []T{*from})[0]
	switch {
	case deep == nil:
	case c.watched():
		at := c.at
		c.at = from
		deep(c, to)
		c.at = at
	default:
		deep(c, to)
	}
	return to
}

// CopyMap returns a copy of a map. deep is as for [CopySlice], for the values. A nil map stays nil.
func CopyMap[K comparable, V any](c *Copies, from map[K]V, deep func(*Copies, *V)) map[K]V {
	switch {
	case from == nil:
		return nil
	case deep == nil && c.single():
		return maps.Clone(from)
	}
	m := table[K, V](c, len(from))
	if deep == nil {
		maps.Copy(m.entries, from)
		return m.entries
	}
	watched, at := c.watched(), any(nil)
	if watched {
		at, c.at = c.at, nil // a value has no address
	}
	for key, value := range from {
		m.value = value
		deep(c, &m.value)
		m.entries[key] = m.value
	}
	m.value = *new(V)
	if watched {
		c.at = at
	}
	return m.entries
}

// enough is the number of items, and of entries in a map, for which room is kept whatever the last payloads needed.
const enough = 64

// items is storage for slices and pointers of one type.
type items[T any] struct {
	buffer []T
	epoch  uint64 // of the payload whose items the buffer holds
	most   int    // the most that an earlier payload needed since the last release
}

func newItems[T any]() *items[T] { return new(items[T]) }

// current returns the items that were used last, if they are of this type and of the current payload.
func current[T any](c *Copies) *items[T] {
	if c == nil {
		return nil
	}
	if s, ok := c.last.(*items[T]); ok && s.epoch == c.epoch {
		return s
	}
	return nil
}

// add copies a slice for which there is room.
func (s *items[T]) add(from []T) []T {
	used := len(s.buffer)
	s.buffer = append(s.buffer, from...)
	return s.buffer[used:len(s.buffer):len(s.buffer)]
}

func (s *items[T]) release() {
	s.most = max(s.most, len(s.buffer))
	if cap(s.buffer) > max(enough, 4*s.most) {
		s.buffer = nil
	}
	clear(s.buffer[:cap(s.buffer)])
	s.buffer, s.most = s.buffer[:0], 0
}

// copyItems returns a copy of a slice to which nothing else refers.
func copyItems[T any](c *Copies, from []T) []T {
	if c.single() || len(from) == 0 {
		return append(make([]T, 0, len(from)), from...)
	}
	s := find(c, newItems[T])
	if s.epoch != c.epoch {
		s.most = max(s.most, len(s.buffer))
		s.epoch, s.buffer = c.epoch, s.buffer[:0]
	}
	if cap(s.buffer)-len(s.buffer) < len(from) { // the full buffer stays with those who refer to it
		s.buffer = make([]T, 0, max(len(from), 2*cap(s.buffer)))
	}
	return s.add(from)
}

// tables is storage for maps of one type.
type tables[K comparable, V any] struct {
	all   []*sized[K, V]
	used  int
	epoch uint64
	most  int
}

// sized is a map, and the most entries that it ever had. To empty a map takes time for as many.
type sized[K comparable, V any] struct {
	entries map[K]V
	size    int
	value   V // the one being copied: it needs an address
}

func newTables[K comparable, V any]() *tables[K, V] { return new(tables[K, V]) }

func (s *tables[K, V]) release() {
	if s.most < len(s.all) {
		s.all = slices.Clone(s.all[:s.most])
	}
	for _, m := range s.all {
		m.empty(0)
	}
	s.used, s.most = 0, 0
}

// table returns an empty map for n entries to which nothing else refers.
func table[K comparable, V any](c *Copies, n int) *sized[K, V] {
	if c.single() {
		return &sized[K, V]{entries: make(map[K]V, n)}
	}
	s := find(c, newTables[K, V])
	if s.epoch != c.epoch {
		s.epoch, s.used = c.epoch, 0
	}
	if s.used == len(s.all) {
		s.all = append(s.all, new(sized[K, V]))
	}
	m := s.all[s.used]
	s.used++
	s.most = max(s.most, s.used)
	m.empty(n)
	return m
}

// empty makes the map one for n entries. It replaces one that is much too large.
func (m *sized[K, V]) empty(n int) {
	if m.entries == nil || m.size > max(enough, 4*n) {
		m.entries, m.size = make(map[K]V, n), 0
	}
	clear(m.entries)
	m.size = max(m.size, n)
}
