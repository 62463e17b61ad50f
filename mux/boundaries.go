package mux

import "github.com/busgen/busgen/events"

// Boundaries are the consumers of the boundaries, and those of everything, for generated tables to embed.
type Boundaries struct {
	Every List[events.Consumer]

	begins    List[events.BeginBlockConsumer]
	endTxs    List[events.EndTxConsumer]
	endBlocks List[events.EndBlockConsumer]

	begin, endTx, endBlock []Run
}

// Add puts the consumer into the lists of the interests that it has, and says whether there was one.
func (t *Boundaries) Add(op uint64, consumer any) (added bool) {
	if c, ok := consumer.(events.Consumer); ok {
		t.Every.Add(op, c)
		added = true
	}
	if c, ok := consumer.(events.BeginBlockConsumer); ok {
		t.begins.Add(op, c)
		added = true
	}
	if c, ok := consumer.(events.EndTxConsumer); ok {
		t.endTxs.Add(op, c)
		added = true
	}
	if c, ok := consumer.(events.EndBlockConsumer); ok {
		t.endBlocks.Add(op, c)
		added = true
	}
	return added
}

// Remove takes the consumer with this number out of the lists.
func (t *Boundaries) Remove(op, id uint64) {
	t.Every.Remove(op, id)
	t.begins.Remove(op, id)
	t.endTxs.Remove(op, id)
	t.endBlocks.Remove(op, id)
}

// Near says what a consumer without any interest may have meant by a method for a boundary, or for everything.
func (t *Boundaries) Near(consumer any) string {
	switch consumer.(type) {
	case interface{ OnEvent(any) }, interface{ OnEvent(events.Event) error }:
		return "its OnEvent is another one: EventConsumer wants OnEvent(events.Event) without a result"
	case interface{ OnBeginBlock() }, interface{ OnBeginBlock(*events.BeginBlock) }, interface{ OnBeginBlock(events.Event) },
		interface{ OnBeginBlock(events.Block) }, interface{ OnBeginBlock(events.BeginBlock) error }:
		return "its OnBeginBlock is another one: the interest is OnBeginBlock(events.BeginBlock) without a result"
	case interface{ OnEndTx() }, interface{ OnEndTx(*events.EndTx) }, interface{ OnEndTx(events.Event) },
		interface{ OnEndTx(string) }, interface{ OnEndTx(events.EndTx) error }:
		return "its OnEndTx is another one: the interest is OnEndTx(events.EndTx) without a result"
	case interface{ OnEndBlock() }, interface{ OnEndBlock(*events.EndBlock) }, interface{ OnEndBlock(events.Event) },
		interface{ OnEndBlock(events.EndBlock) error }:
		return "its OnEndBlock is another one: the interest is OnEndBlock(events.EndBlock) without a result"
	case func(events.Event):
		return "it is a function: EventFunc(f) makes an EventConsumer of it"
	}
	return ""
}

// Plan brings the plans up to date after operation op.
func (t *Boundaries) Plan(op uint64) {
	t.begin = replanned(t.begin, op, &t.begins.Members, &t.Every.Members)
	t.endTx = replanned(t.endTx, op, &t.endTxs.Members, &t.Every.Members)
	t.endBlock = replanned(t.endBlock, op, &t.endBlocks.Members, &t.Every.Members)
}

func replanned(runs []Run, op uint64, lists ...*Members) []Run {
	if changed(op, lists) {
		return merge(lists)
	}
	return runs
}

// BeginBlock delivers a block's begin.
func (t *Boundaries) BeginBlock(e events.BeginBlock) {
	for _, run := range t.begin {
		if run.Slot == 0 {
			for _, c := range t.begins.Of(run) {
				c.OnBeginBlock(e)
			}
			continue
		}
		toEvery(t.Every.Of(run), e)
	}
}

// EndTx delivers a transaction's end.
func (t *Boundaries) EndTx(e events.EndTx) {
	for _, run := range t.endTx {
		if run.Slot == 0 {
			for _, c := range t.endTxs.Of(run) {
				c.OnEndTx(e)
			}
			continue
		}
		toEvery(t.Every.Of(run), e)
	}
}

// EndBlock delivers a block's end.
func (t *Boundaries) EndBlock(e events.EndBlock) {
	for _, run := range t.endBlock {
		if run.Slot == 0 {
			for _, c := range t.endBlocks.Of(run) {
				c.OnEndBlock(e)
			}
			continue
		}
		toEvery(t.Every.Of(run), e)
	}
}

func toEvery(consumers []events.Consumer, e events.Event) {
	for _, c := range consumers {
		c.OnEvent(e)
	}
}
