package store

// latest keeps the last state in a block of each thing that has one, in the order in which the things first changed.
type latest[K comparable, V any] struct {
	at    map[K]int // for looking up only
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

// take hands over the states and forgets them. They are good until the next set.
func (l *latest[K, V]) take() []V {
	items := l.items
	clear(l.at)
	l.items = l.items[:0]
	return items
}
