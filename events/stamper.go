package events

// Stamper assigns headers to the events of one bus. The zero Stamper is ready to use, by one goroutine.
type Stamper struct {
	last   Header  // of the event stamped last; its place is that of the next event
	block  *place  // of events outside transactions
	places []place // room for those of the next transactions
}

// placesAtOnce is the number of transactions for which room is allocated at once.
const placesAtOnce = 32

// BeginBlock moves to the start of a block.
func (s *Stamper) BeginBlock(b Block) {
	s.block = &place{Block: &b}
	s.last = Header{s.block, before}
}

// before is the number before that of the first event of a block.
const before = ^uint64(0)

// BeginTx names the transaction of the headers that follow.
func (s *Stamper) BeginTx(id string) {
	if len(s.places) == cap(s.places) {
		s.places = make([]place, 0, placesAtOnce)
	}
	s.places = append(s.places, place{s.block.Block, id})
	s.last.place = &s.places[len(s.places)-1]
}

// EndTx makes the headers that follow belong to no transaction.
func (s *Stamper) EndTx() { s.last.place = s.block }

// Next returns the header of the next event.
func (s *Stamper) Next() Header {
	if s.block == nil {
		return Header{} // no block has been opened
	}
	return Header{s.last.place, s.last.sequence + 1}
}

// Stamp returns the header of the next event, and moves on.
func (s *Stamper) Stamp() Header {
	s.last.sequence++
	return s.last
}

// Follow makes the next header come after h, if h belongs to the same block and any number comes after its own.
func (s *Stamper) Follow(h Header) {
	if h.sequence > s.last.sequence && h.sequence != before && h.Height() == s.last.Height() {
		s.last.sequence = h.sequence
	}
}
