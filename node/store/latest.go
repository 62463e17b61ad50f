package store

// latest holds the last state of each thing that changed in a block, in the order of their first changes.
type latest[K comparable, V any] struct {
	at    map[K]int // only for lookups
	items []V
}

func (l *latest[K, V]) set(key K, value V) {
	if l.at == nil {
		l.at = map[K]int{}
	}
	if i, known := l.at[key]; known {
		l.items[i] = value
		return
	}
	l.at[key] = len(l.items)
	l.items = append(l.items, value)
}

// take returns the states and removes them. The slice is valid until the next set.
func (l *latest[K, V]) take() []V {
	items := l.items
	clear(l.at)
	l.items = l.items[:0]
	return items
}
