package mux

import "github.com/busgen/busgen/events"

// Boundaries are the consumers of the boundaries, and those of everything, for generated tables to embed.
type Boundaries struct {
	Every []events.Consumer

	begins    []events.BeginBlockConsumer
	endTxs    []events.EndTxConsumer
	endBlocks []events.EndBlockConsumer

	begin, endTx, endBlock Plan
}

// The slots of a boundary's plan.
const (
	slotOfBoundary = slotOfValues
	slotOfEvery    = slotOfOwn
)

// Add puts the consumer behind those of the interests that it has, and says whether there is one, and whether it is in everything.
func (t *Boundaries) Add(consumer any) (added, every bool) {
	if c, ok := consumer.(events.BeginBlockConsumer); ok {
		t.begins = append(t.begins, c)
		t.begin.Add(slotOfBoundary, len(t.begins)-1)
		added = true
	}
	if c, ok := consumer.(events.EndTxConsumer); ok {
		t.endTxs = append(t.endTxs, c)
		t.endTx.Add(slotOfBoundary, len(t.endTxs)-1)
		added = true
	}
	if c, ok := consumer.(events.EndBlockConsumer); ok {
		t.endBlocks = append(t.endBlocks, c)
		t.endBlock.Add(slotOfBoundary, len(t.endBlocks)-1)
		added = true
	}
	if c, ok := consumer.(events.Consumer); ok {
		t.Every = append(t.Every, c)
		for _, plan := range []*Plan{&t.begin, &t.endTx, &t.endBlock} {
			plan.Add(slotOfEvery, len(t.Every)-1)
		}
		return true, true
	}
	return added, false
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

// BeginBlock delivers a block's begin.
func (t *Boundaries) BeginBlock(e events.BeginBlock) {
	var all events.Event // made once for all who take it, and only if anybody does: it is an allocation
	if len(t.Every) > 0 {
		all = e
	}
	toEvery(t.Every[:t.begin.First], all)
	for _, run := range t.begin.Runs {
		if run.Slot == slotOfEvery {
			toEvery(t.Every[run.From:run.To], all)
			continue
		}
		for _, c := range t.begins[run.From:run.To] {
			c.OnBeginBlock(e)
		}
	}
}

// EndTx delivers a transaction's end.
func (t *Boundaries) EndTx(e events.EndTx) {
	var all events.Event // made once for all who take it, and only if anybody does: it is an allocation
	if len(t.Every) > 0 {
		all = e
	}
	toEvery(t.Every[:t.endTx.First], all)
	for _, run := range t.endTx.Runs {
		if run.Slot == slotOfEvery {
			toEvery(t.Every[run.From:run.To], all)
			continue
		}
		for _, c := range t.endTxs[run.From:run.To] {
			c.OnEndTx(e)
		}
	}
}

// EndBlock delivers a block's end.
func (t *Boundaries) EndBlock(e events.EndBlock) {
	var all events.Event // made once for all who take it, and only if anybody does: it is an allocation
	if len(t.Every) > 0 {
		all = e
	}
	toEvery(t.Every[:t.endBlock.First], all)
	for _, run := range t.endBlock.Runs {
		if run.Slot == slotOfEvery {
			toEvery(t.Every[run.From:run.To], all)
			continue
		}
		for _, c := range t.endBlocks[run.From:run.To] {
			c.OnEndBlock(e)
		}
	}
}

func toEvery(consumers []events.Consumer, e events.Event) {
	for _, c := range consumers {
		c.OnEvent(e)
	}
}
