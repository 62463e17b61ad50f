package events

import "time"

// boundary is the part that the boundaries share. They are values and always valid.
type boundary struct{ header Header }

// Header returns the event's place.
func (b boundary) Header() Header { return b.header }

// Sequence returns the event's number within its block.
func (b boundary) Sequence() uint64 { return b.header.sequence }

// BlockHeight returns the height of the event's block.
func (b boundary) BlockHeight() uint64 { return b.header.Height() }

// BlockTime returns the time of the event's block.
func (b boundary) BlockTime() time.Time { return b.header.Time() }

// TxID returns the name of the event's transaction. It is empty outside transactions.
func (b boundary) TxID() string { return b.header.TxID() }

// Valid returns true.
func (boundary) Valid() bool { return true }

func (boundary) sealed() {}

// BeginBlock is the first event of a block. It has sequence number 0.
type BeginBlock struct{ boundary }

// EndTx is the last event of a transaction. Its header still names the transaction.
type EndTx struct{ boundary }

// EndBlock is the last event of a block. Stores commit on it.
type EndBlock struct{ boundary }

// NewBeginBlock returns the start of a block, for decoders and tests.
func NewBeginBlock(h Header) BeginBlock { return BeginBlock{boundary{h}} }

// NewEndTx returns the end of a transaction, for decoders and tests.
func NewEndTx(h Header) EndTx { return EndTx{boundary{h}} }

// NewEndBlock returns the end of a block, for decoders and tests.
func NewEndBlock(h Header) EndBlock { return EndBlock{boundary{h}} }

// Kind returns the kind of BeginBlock, number 1.
func (BeginBlock) Kind() Kind { return Kind{1, "BeginBlock"} }

// Kind returns the kind of EndTx, number 2.
func (EndTx) Kind() Kind { return Kind{2, "EndTx"} }

// Kind returns the kind of EndBlock, number 3.
func (EndBlock) Kind() Kind { return Kind{3, "EndBlock"} }

// String returns kind and header.
func (e BeginBlock) String() string { return "BeginBlock " + e.header.String() }

// String returns kind and header.
func (e EndTx) String() string { return "EndTx " + e.header.String() }

// String returns kind and header.
func (e EndBlock) String() string { return "EndBlock " + e.header.String() }

// Kept returns e.
func (e BeginBlock) Kept() Event { return e }

// Kept returns e.
func (e EndTx) Kept() Event { return e }

// Kept returns e.
func (e EndBlock) Kept() Event { return e }
