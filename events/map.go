package events

import (
	"cmp"
	"iter"
	"slices"
)

// Map is a read-only view of a map of T by K, whose values read as V.
type Map[K comparable, T, V any] struct {
	lent    Lent
	p       *map[K]T
	compare func(a, b K) int
	read    func(Lent, T) V
}

// ViewMap returns the view of a map. compare orders the keys; read returns what a value reads as, and may not share memory with it.
func ViewMap[K comparable, T, V any](l Lent, p *map[K]T, compare func(a, b K) int, read func(Lent, T) V) Map[K, T, V] {
	Check(l)
	return Map[K, T, V]{l, p, compare, read}
}

func (m Map[K, T, V]) get() map[K]T {
	Check(m.lent)
	return *m.p
}

// Len returns the number of entries.
func (m Map[K, T, V]) Len() int { return len(m.get()) }

// Get returns the value of a key, and reports whether there is one. A struct is copied, which allocates, since the values of a map
// have no address.
func (m Map[K, T, V]) Get(key K) (value V, ok bool) {
	t, ok := m.get()[key]
	if ok {
		value = m.read(m.lent, t)
	}
	return value, ok
}

// All returns an iterator over the entries in the order of their keys. It allocates, to sort them. Each step is a use of the
// event.
func (m Map[K, T, V]) All() iter.Seq2[K, V] {
	type entry struct {
		key   K
		value T
	}
	return func(yield func(K, V) bool) {
		entries := make([]entry, 0, m.Len())
		for key, value := range m.get() { // not looked up again: a NaN is found by no look-up
			entries = append(entries, entry{key, value})
		}
		slices.SortFunc(entries, func(a, b entry) int { return m.compare(a.key, b.key) })
		for i := range entries {
			Check(m.lent)
			if !yield(entries[i].key, m.read(m.lent, entries[i].value)) {
				return
			}
		}
	}
}

// Self reads a value of a map as it is.
func Self[T any](l Lent, value T) T {
	Check(l)
	return value
}

// CompareBools orders false before true, for generated comparisons of keys.
func CompareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// CompareWithText returns a comparison for generated code that orders keys which compare as equal by their text, such as the decimals
// 1.0 and 1.00, so that the order of a map's keys is always the same.
func CompareWithText[K any](compare func(a, b K) int, text func(K) string) func(a, b K) int {
	return func(a, b K) int {
		if order := compare(a, b); order != 0 {
			return order
		}
		return cmp.Compare(text(a), text(b))
	}
}
