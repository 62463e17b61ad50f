package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"reflect"
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Sum is the digest of a block and of all blocks before it.
type Sum [sha256.Size]byte

// String returns the digest in hexadecimal digits.
func (s Sum) String() string { return hex.EncodeToString(s[:]) }

// Digest is a consumer of every event. It belongs to the goroutine that drives its bus.
type Digest struct {
	hash   hash.Hash
	text   []byte                 // of the current event
	forms  map[reflect.Type]*form // by type of payload; only for lookups
	sum    Sum
	height uint64
}

// New returns the digest of no blocks.
func New() *Digest { return &Digest{hash: sha256.New(), forms: map[reflect.Type]*form{}} }

// Sum returns the digest of the last block that has ended; zeros before the end of the first.
func (d *Digest) Sum() Sum { return d.sum }

// Height returns the height of the last block that has ended.
func (d *Digest) Height() uint64 { return d.height }

// OnEvent adds an event. The end of a block completes its digest.
func (d *Digest) OnEvent(e events.Event) {
	d.text = d.text[:0]
	d.header(e)
	generated.Visit(e, (*visitor)(d))
	d.hash.Write(d.text)
	if _, end := e.(events.EndBlock); end {
		d.hash.Sum(d.sum[:0])
		d.height = e.BlockHeight()
		d.hash.Reset()
		d.hash.Write(d.sum[:])
	}
}

func (d *Digest) header(e events.Event) {
	d.text = number(d.text, uint64(e.Kind().Number()))
	d.text = number(d.text, e.BlockHeight())
	d.text = number(d.text, e.Sequence())
	d.text = text(d.text, e.TxID())
	if _, start := e.(events.BeginBlock); start { // what all events of the block share
		h := e.Header()
		d.text = text(d.text, h.ChainID())
		d.text = moment(d.text, h.Time())
	}
}

func moment(b []byte, t time.Time) []byte {
	return number(number(b, uint64(t.Unix())), uint64(t.Nanosecond()))
}
