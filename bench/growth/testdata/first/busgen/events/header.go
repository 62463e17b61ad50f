package events

import (
	"cmp"
	"time"
)

// Block is what the driver of a bus says of a block when it begins.
type Block struct {
	ChainID string
	Height  uint64
	Time    time.Time
}

// Header says where an event stands: chain, block, transaction and number within the block. Its zero value is usable: no
// chain, height 0, the zero time, sequence 0.
//
// All headers of a block share one copy of the Block, which keeps a header at 32 bytes; so compare headers with [Header.Equal], not with ==.
type Header struct {
	block *Block
	tx    *string // nil between transactions
	// place is height and sequence. It is an array because the compiler then copies a header as 16 bytes twice, as it copies a payload: a copy
	// that reads by 16 bytes what was just written by 8 has to wait for the write (docs/performance.md).
	place [2]uint64
}

// NewHeader makes a header, for decoders and tests; a bus makes its own.
func NewHeader(block Block, txID string, sequence uint64) Header {
	return Header{block: &block, place: [2]uint64{block.Height}}.At(txID, sequence)
}

// At is the header of another event of the same block.
func (h Header) At(txID string, sequence uint64) Header {
	h.place[1] = sequence
	switch txID {
	case "":
		h.tx = nil
	case h.TxID():
	default:
		h.tx = &txID
	}
	return h
}

// Block is the event's block.
func (h Header) Block() Block {
	if h.block == nil {
		return Block{}
	}
	return *h.block
}

// ChainID names the chain.
func (h Header) ChainID() string { return h.Block().ChainID }

// Height is the height of the block.
func (h Header) Height() uint64 { return h.place[0] }

// Time is the time of the block.
func (h Header) Time() time.Time {
	if h.block == nil {
		return time.Time{}
	}
	return h.block.Time
}

// TxID names the transaction; it is empty between transactions.
func (h Header) TxID() string {
	if h.tx == nil {
		return ""
	}
	return *h.tx
}

// Sequence is the number within the block.
func (h Header) Sequence() uint64 { return h.place[1] }

// Compare orders two places of one chain: -1 if h comes before other, +1 if after, 0 if they are one place.
func (h Header) Compare(other Header) int {
	return cmp.Or(cmp.Compare(h.place[0], other.place[0]), cmp.Compare(h.place[1], other.place[1]))
}

// Equal says whether both headers say the same: chain, height, time (as an instant), transaction and sequence.
func (h Header) Equal(other Header) bool {
	a, b := h.Block(), other.Block()
	return a.ChainID == b.ChainID && a.Height == b.Height && a.Time.Equal(b.Time) &&
		h.TxID() == other.TxID() && h.place == other.place
}
