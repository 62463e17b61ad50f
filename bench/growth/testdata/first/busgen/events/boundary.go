package events

import "time"

// boundary is the header part of the boundaries, which are values.
type boundary struct{ header Header }

// Header is the event's place.
func (b boundary) Header() Header { return b.header }

// Sequence is the event's number within its block.
func (b boundary) Sequence() uint64 { return b.header.Sequence() }

// BlockHeight is the height of the event's block.
func (b boundary) BlockHeight() uint64 { return b.header.Height() }

// BlockTime is the time of the event's block.
func (b boundary) BlockTime() time.Time { return b.header.Time() }

// TxID names the event's transaction; it is empty between transactions.
func (b boundary) TxID() string { return b.header.TxID() }

func (boundary) sealed() {}

// BeginBlock is the first event of a block; it has sequence 0.
type BeginBlock struct{ boundary }

// EndTx is the last event of a transaction. Its header still names the transaction.
type EndTx struct{ boundary }

// EndBlock is the last event of a block, at which stores commit.
type EndBlock struct{ boundary }

// NewBeginBlock makes the begin of a block, for decoders and tests.
func NewBeginBlock(h Header) BeginBlock { return BeginBlock{boundary{h}} }

// NewEndTx makes the end of a transaction, for decoders and tests.
func NewEndTx(h Header) EndTx { return EndTx{boundary{h}} }

// NewEndBlock makes the end of a block, for decoders and tests.
func NewEndBlock(h Header) EndBlock { return EndBlock{boundary{h}} }

// Kind of a BeginBlock is number 1.
func (BeginBlock) Kind() Kind { return NewKind(1, "BeginBlock") }

// Kind of an EndTx is number 2.
func (EndTx) Kind() Kind { return NewKind(2, "EndTx") }

// Kind of an EndBlock is number 3.
func (EndBlock) Kind() Kind { return NewKind(3, "EndBlock") }
