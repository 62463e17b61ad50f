package events

// Stamper assigns headers to the events of one bus. The zero Stamper is ready to use, by one goroutine.
type Stamper struct {
	next   Header
	block  *place  // of events outside transactions
	places []place // room for those of the next transactions
}

// placesAtOnce is the number of transactions for which room is allocated at once.
const placesAtOnce = 32

// BeginBlock moves to the start of a block.
func (s *Stamper) BeginBlock(b Block) {
	s.block = &place{Block: b}
	s.next = Header{place: s.block}
	s.places = nil // full of names that nothing but the events of former blocks may need
}

// BeginTx names the transaction of the headers that follow.
func (s *Stamper) BeginTx(id string) {
	if len(s.places) == cap(s.places) {
		s.places = make([]place, 0, placesAtOnce)
	}
	s.places = append(s.places, place{s.block.Block, id})
	s.next.place = &s.places[len(s.places)-1]
}

// EndTx makes the headers that follow belong to no transaction.
func (s *Stamper) EndTx() { s.next.place = s.block }

// Next returns the header of the next event.
func (s *Stamper) Next() Header { return s.next }

// Stamp returns the header of the next event, and moves on.
func (s *Stamper) Stamp() Header {
	h := s.next
	s.next.sequence++
	return h
}

// Follow makes the next header come after h, if h belongs to the same block.
func (s *Stamper) Follow(h Header) {
	if h.sequence >= s.next.sequence && h.Height() == s.next.Height() {
		s.next.sequence = h.sequence + 1
	}
}
