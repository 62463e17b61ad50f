package events

import (
	"cmp"
	"strconv"
	"time"
)

// Block describes a block. The driver passes it to BeginBlock.
type Block struct {
	ChainID string
	Height  uint64
	Time    time.Time
}

// place is what all events of one transaction share; outside transactions, all events of one block.
type place struct {
	*Block
	txID string
}

var nowhere = place{Block: new(Block)}

// Header is the place of an event: chain, block, transaction and sequence number within the block. The zero Header is usable.
// Compare headers with [Header.Equal], not with ==.
type Header struct {
	place    *place // nil in the zero Header
	sequence uint64
}

// NewHeader returns a header, for decoders and tests. A bus makes its own.
func NewHeader(block Block, txID string, sequence uint64) Header {
	return Header{&place{&block, txID}, sequence}
}

// At returns the header of another event of the same block.
func (h Header) At(txID string, sequence uint64) Header {
	if txID != h.TxID() {
		h.place = &place{h.at().Block, txID}
	}
	h.sequence = sequence
	return h
}

func (h Header) at() *place {
	if h.place == nil {
		return &nowhere
	}
	return h.place
}

// Block returns the event's block.
func (h Header) Block() Block { return *h.at().Block }

// ChainID returns the name of the chain.
func (h Header) ChainID() string { return h.at().ChainID }

// Height returns the height of the block.
func (h Header) Height() uint64 { return h.at().Height }

// Time returns the time of the block.
func (h Header) Time() time.Time { return h.at().Time }

// TxID returns the name of the transaction. It is empty outside transactions.
func (h Header) TxID() string { return h.at().txID }

// Sequence returns the number within the block.
func (h Header) Sequence() uint64 { return h.sequence }

// Compare orders two places of one chain. It returns -1 if h comes before other, 1 if it comes after, and 0 if both are one place.
func (h Header) Compare(other Header) int {
	return cmp.Or(cmp.Compare(h.Height(), other.Height()), cmp.Compare(h.sequence, other.sequence))
}

// Equal reports whether both headers have the same chain, height, time (as an instant), transaction and sequence number.
func (h Header) Equal(other Header) bool {
	a, b := h.at(), other.at()
	return h.sequence == other.sequence && a.txID == b.txID && a.ChainID == b.ChainID &&
		a.Height == b.Height && a.Time.Equal(b.Time)
}

// String returns the place in words, such as "BTC-1 block 7 #12 tx ab12". Long names are shortened.
func (h Header) String() string {
	p := h.at()
	text := "block " + strconv.FormatUint(p.Height, 10) + " #" + strconv.FormatUint(h.sequence, 10)
	if p.ChainID != "" {
		text = short(p.ChainID) + " " + text
	}
	if p.txID != "" {
		text += " tx " + short(p.txID)
	}
	return text
}

// maxName bounds, in bytes, a name within the text of a header.
const maxName = 32

// short returns a name of at most maxName bytes. It cuts between characters.
func short(name string) string {
	if len(name) <= maxName {
		return name
	}
	end := 0
	for i := range name {
		if i > maxName-len("...") {
			break
		}
		end = i
	}
	return name[:end] + "..."
}
