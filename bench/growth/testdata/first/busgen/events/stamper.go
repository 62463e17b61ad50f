package events

// Stamper gives the events of one bus their places, one after another. It keeps the next header ready, so that to stamp an
// event is one copy. One goroutine uses it. The zero Stamper stamps with the zero header until a block begins.
type Stamper struct {
	next Header
	ids  []string // room for the names of transactions, to which headers point
}

// idsAtOnce is for how many transactions room is made at once.
const idsAtOnce = 32

// BeginBlock goes to the first place of a block.
func (s *Stamper) BeginBlock(b Block) { s.next = NewHeader(b, "", 0) }

// BeginTx names the transaction of the places that follow.
func (s *Stamper) BeginTx(id string) {
	if len(s.ids) == cap(s.ids) {
		s.ids = make([]string, 0, idsAtOnce)
	}
	s.ids = append(s.ids, id)
	s.next.tx = &s.ids[len(s.ids)-1]
}

// EndTx says that the places that follow belong to no transaction.
func (s *Stamper) EndTx() { s.next.tx = nil }

// TxID names the transaction of the next place; empty between transactions. It reads the name alone: a copy of a header that has just
// been written to waits for the write.
func (s *Stamper) TxID() string {
	if s.next.tx == nil {
		return ""
	}
	return *s.next.tx
}

// Next is the header that the next event gets.
func (s *Stamper) Next() Header { return s.next }

// Sequence is the number that the next event gets.
func (s *Stamper) Sequence() uint64 { return s.next.place[1] }

// Height is the height of the block that is open, or was last.
func (s *Stamper) Height() uint64 { return s.next.place[0] }

// Stamp gives the event the next place.
func (s *Stamper) Stamp(e *Stamped) {
	e.header = s.next
	s.next.place[1]++
}

// Go makes sequence the number of the next event.
func (s *Stamper) Go(sequence uint64) { s.next.place[1] = sequence }
