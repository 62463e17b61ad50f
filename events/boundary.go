package events

// BeginBlock is the first event of a block; it has sequence 0.
type BeginBlock struct{ Stamped }

// EndTx is the last event of a transaction. Its header still names the transaction.
type EndTx struct{ Stamped }

// EndBlock is the last event of a block, at which stores commit.
type EndBlock struct{ Stamped }

// NewBeginBlock makes the begin of a block, for decoders and tests.
func NewBeginBlock(h Header) BeginBlock { return BeginBlock{Stamp(h)} }

// NewEndTx makes the end of a transaction, for decoders and tests.
func NewEndTx(h Header) EndTx { return EndTx{Stamp(h)} }

// NewEndBlock makes the end of a block, for decoders and tests.
func NewEndBlock(h Header) EndBlock { return EndBlock{Stamp(h)} }

// Kind of a BeginBlock is number 1.
func (BeginBlock) Kind() Kind { return NewKind(1, "BeginBlock") }

// Kind of an EndTx is number 2.
func (EndTx) Kind() Kind { return NewKind(2, "EndTx") }

// Kind of an EndBlock is number 3.
func (EndBlock) Kind() Kind { return NewKind(3, "EndBlock") }
