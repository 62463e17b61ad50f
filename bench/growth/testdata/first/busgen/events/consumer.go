package events

// Consumer is interested in every event, boundaries included.
type Consumer interface{ OnEvent(Event) }

// BeginBlockConsumer is interested in the begin of blocks.
type BeginBlockConsumer interface{ OnBeginBlock(BeginBlock) }

// EndTxConsumer is interested in the end of transactions.
type EndTxConsumer interface{ OnEndTx(EndTx) }

// EndBlockConsumer is interested in the end of blocks.
type EndBlockConsumer interface{ OnEndBlock(EndBlock) }

// Func is a function as a [Consumer].
type Func func(Event)

// OnEvent calls the function.
func (f Func) OnEvent(e Event) { f(e) }
