package contract

import (
	"slices"

	"github.com/busgen/busgen/events"
)

// chat is a payload of which events, views and a bus are written by hand here, so that each can
// have a fault.
type chat struct {
	Text  string
	Words []string
}

func newChat(n int64) chat { return chat{name(n), []string{name(n), "hello"}} }

var chatType = events.NewType(900, "Chat")

// chatEvent is the event, as generated ones are. Its cell says which fault it has.
type chatEvent struct {
	events.Lent
	cell *chatCell
}

type chatCell struct {
	event   *chatEvent // what Keep returned
	stamp   events.Stamp
	payload chat
	fault   string
}

func keptChat(h events.Header, p chat, fault string) *chatEvent {
	c := &chatCell{payload: p, fault: fault}
	if fault != "Keep is shallow" {
		c.payload.Words = slices.Clone(p.Words)
	}
	c.event = &chatEvent{c.stamp.Keep(chatType, h), c}
	return c.event
}

func (e *chatEvent) Valid() bool { return e != nil && events.Given(e.Lent) }

func (e chatEvent) Keep() *chatEvent {
	h := e.Header()
	switch {
	case e.cell.fault == "Keep returns a lent event" && e.cell.event == nil:
		return &e
	case e.cell.event == nil || e.cell.fault == "Keep returns another each time":
		e.cell.event = keptChat(h, e.cell.payload, e.cell.fault)
	}
	return e.cell.event
}

func (e chatEvent) Kept() events.Event { return e.Keep() }

func (e chatEvent) Chat() chatView {
	if e.cell.fault != "the event is not checked" {
		events.Check(e.Lent)
	}
	return chatView{e.Lent, &e.cell.payload, e.cell.fault}
}

// chatView is the view of a chat.
type chatView struct {
	lent  events.Lent
	p     *chat
	fault string
}

func (v chatView) get() *chat {
	if v.fault != "the view is not checked" {
		events.Check(v.lent)
	}
	return v.p
}

func (v chatView) Text() string { return v.get().Text }

func (v chatView) AsStruct() chat {
	p := *v.get()
	if v.fault != "AsStruct is shallow" {
		p.Words = slices.Clone(p.Words)
	}
	return p
}

func (v chatView) Words() events.Slice[string, string] {
	if p := v.get(); v.fault == "the slice view is not checked" {
		return events.ViewSlice(events.Own(), &p.Words, func(_ events.Lent, s *string) string { return *s })
	}
	return events.ViewSlice(v.lent, &v.p.Words, events.Value[string])
}

// Pair returns an array by value, as a view does.
func (v chatView) Pair() [1][]string {
	if p := v.get(); v.fault == "a slice in an array is shared" {
		return [1][]string{p.Words}
	}
	return [1][]string{slices.Clone(v.p.Words)}
}

// chatBus is a bus of chats with one consumer.
type chatBus struct {
	observe Observer
	fault   string
	stamper events.Stamper
	driver  *chatCell
	nested  []*chatCell
	queue   []func()
	busy    bool
	handle  chatEvent
}

func (b *chatBus) BeginBlock(block events.Block) {
	b.stamper.BeginBlock(block)
	b.stamper.Stamp()
}

func (b *chatBus) BeginTx(id string) { b.stamper.BeginTx(id) }
func (b *chatBus) EndTx()            { b.stamper.Stamp(); b.stamper.EndTx() }
func (b *chatBus) EndBlock()         { b.stamper.Stamp() }
func (b *chatBus) Ignored() uint64   { return 0 }

func (b *chatBus) Next() events.Header { return b.stamper.Next() }

func (b *chatBus) Route(e events.Event) { b.RouteBatch([]events.Event{e}) }

func (b *chatBus) RouteBatch(batch []events.Event) {
	var deliver []func()
	for _, e := range batch {
		if e != nil {
			b.stamper.Follow(e.Header())
			deliver = append(deliver, func() { b.observe("reader", "OnChat", e) })
		}
	}
	b.run(deliver...)
}

func (b *chatBus) EmitChat(p chat) { b.send(b.stamper.Stamp(), p) }

func (b *chatBus) RouteChat(h events.Header, p chat) {
	b.stamper.Follow(h)
	b.send(h, p)
}

func (b *chatBus) send(h events.Header, p chat) {
	cell := b.driver
	if b.busy && b.fault != "nested events share a slot" {
		i := slices.IndexFunc(b.nested, func(c *chatCell) bool { return !c.stamp.Lent() })
		if i < 0 {
			i, b.nested = len(b.nested), append(b.nested, &chatCell{fault: b.fault})
		}
		cell = b.nested[i]
	}
	words := cell.payload.Words
	cell.payload, cell.event = p, nil
	if b.fault != "an emit shares memory" && !(b.busy && b.fault == "a nested emit shares memory") {
		cell.payload.Words = append(words[:0], p.Words...)
	}
	e := &chatEvent{cell.stamp.Lend(chatType, h), cell}
	if b.fault == "handles are used again" {
		b.handle = *e
		e = &b.handle
	}
	b.run(func() {
		ended := false
		defer func() {
			if b.fault != "the lease never ends" && (ended || b.fault != "a panic does not end the lease") {
				cell.stamp.End()
			}
		}()
		if b.fault == "the lease ends early" {
			cell.stamp.End()
		}
		b.observe("reader", "OnChat", e)
		ended = true
	})
}

// run delivers events, or makes them wait.
func (b *chatBus) run(deliver ...func()) {
	if b.queue = append(b.queue, deliver...); b.busy {
		return
	}
	b.busy = true
	defer func() { b.busy, b.queue = false, nil }()
	for len(b.queue) > 0 {
		next := b.queue[0]
		b.queue = b.queue[1:]
		next()
	}
}

// chatSubject returns the bus with a fault in the form of the suite.
func chatSubject(fault string) Subject {
	event := func(h events.Header, p chat) *chatEvent { return keptChat(h, p, "") }
	emit := func(b Bus, p chat) { b.(*chatBus).EmitChat(p) }
	return Subject{
		Make: func(observe Observer) Bus {
			return &chatBus{observe: observe, fault: fault, driver: &chatCell{fault: fault}}
		},
		Kinds: []Kind{KindOf(newChat, emit, event, Call{"reader", "OnChat"})},
	}
}
