package matching

// rest puts an order into the book.
func (b *Book) rest(o Order) {
	b.version++
	e := &entry{Order: o}
	b.orders[o.ID] = e
	b.half(o.Side).add(e)
	l := b.parties[o.PartyID]
	if l == nil {
		l = &list{}
		b.parties[o.PartyID] = l
	}
	l.add(e)
}

// take removes an order from the book without an event.
func (b *Book) take(e *entry) {
	b.version++
	delete(b.orders, e.ID)
	b.half(e.Side).remove(e)
	b.parties[e.PartyID].remove(e)
}

func (l *list) add(e *entry) {
	e.earlier = l.last
	if l.last == nil {
		l.first = e
	} else {
		l.last.later = e
	}
	l.last = e
}

func (l *list) remove(e *entry) {
	if e.earlier == nil {
		l.first = e.later
	} else {
		e.earlier.later = e.later
	}
	if e.later == nil {
		l.last = e.earlier
	} else {
		e.later.earlier = e.earlier
	}
}
