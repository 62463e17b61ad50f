package contract

import (
	"slices"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/listeners"
)

// called receives a call of a consumer, and the event, which is nil on the model.
type called func(listeners.Call, events.Event)

// machine is what a play runs on: a generated bus, or the naive model of it.
type machine interface {
	begin(height uint64)
	beginTx(id string)
	endTx()
	endBlock()
	emit(k kind, n int64)
	// route routes events whose headers begin gap after the next one, a nil event first.
	route(gap uint64, first int64, ks ...kind)
	batch(gap uint64, first int64, ks ...kind)
	payload(gap uint64, n int64, k kind)
	attach(who int, s listeners.Shape, report called) (detach func())
	ignored() uint64
}

// real is a generated bus.
type real struct{ Bus }

func (m real) begin(height uint64)  { m.BeginBlock(block(height)) }
func (m real) beginTx(id string)    { m.BeginTx(id) }
func (m real) endTx()               { m.EndTx() }
func (m real) endBlock()            { m.EndBlock() }
func (m real) emit(k kind, n int64) { k.emit(m.Bus, n) }
func (m real) ignored() uint64      { return m.Ignored() }

// routed is the router.
type routed struct {
	real
	router *generated.Router
}

func newRouted() machine {
	r := generated.NewRouter()
	return routed{real{r}, r}
}

func (m routed) attach(who int, s listeners.Shape, report called) func() {
	detach, err := m.router.Attach(s.Make(&listeners.Listener{Who: who, Called: report}))
	if err != nil {
		panic(err)
	}
	return detach
}

// fixed is a wired bus. Its consumers exist from the beginning, and report their calls when they
// are attached.
type fixed struct {
	real
	listeners []*listeners.Listener
}

func newFixed(wired setup) machine {
	all := newListeners(len(wired.shapes), nil)
	return fixed{real{wired.make(all)}, all}
}

func (m fixed) attach(who int, _ listeners.Shape, report called) func() {
	m.listeners[who].Called = report
	return nil
}

func (m real) events(gap uint64, first int64, ks []kind) []events.Event {
	next := m.Next()
	list := []events.Event{nil}
	for i, k := range ks {
		list = append(list, k.event(next.At(next.TxID(), next.Sequence()+gap+uint64(i)), first+int64(i)))
	}
	return list
}

func (m real) route(gap uint64, first int64, ks ...kind) {
	for _, e := range m.events(gap, first, ks) {
		m.Route(e)
	}
}

func (m real) batch(gap uint64, first int64, ks ...kind) { m.RouteBatch(m.events(gap, first, ks)) }

func (m real) payload(gap uint64, n int64, k kind) {
	next := m.Next()
	k.Kind.route(m.Bus, next.At(next.TxID(), next.Sequence()+gap), n)
}

// naive is the model: a list of consumers and a queue. It looks everything up by name.
type naive struct {
	members      []member
	ids          int
	height, next uint64
	tx           string
	busy         bool
	queue        []item
	nils         uint64
}

type member struct {
	id, who int
	shape   listeners.Shape
	report  called
}

type item struct {
	methods []string
	call    listeners.Call
}

func (m *naive) stamp(name string, n int64, methods ...string) item {
	m.next++
	return item{methods, listeners.Call{Kind: name, Height: m.height, Sequence: m.next - 1, Tx: m.tx, Number: n}}
}

func (m *naive) begin(height uint64) {
	m.height, m.next = height, 0
	m.deliver(m.stamp("BeginBlock", 0, "OnBeginBlock", "OnEvent"))
}

func (m *naive) beginTx(id string) { m.tx = id }

func (m *naive) endTx() {
	e := m.stamp("EndTx", 0, "OnEndTx", "OnEvent")
	m.tx = ""
	m.deliver(e)
}

func (m *naive) endBlock() { m.deliver(m.stamp("EndBlock", 0, "OnEndBlock", "OnEvent")) }

func (m *naive) emit(k kind, n int64) { m.deliver(m.stamp(k.name, n, k.methods...)) }

func (m *naive) ignored() uint64 { return m.nils }

func (m *naive) items(gap uint64, first int64, ks []kind) []item {
	m.next += gap
	var list []item
	for i, k := range ks {
		list = append(list, m.stamp(k.name, first+int64(i), k.methods...))
	}
	m.nils++
	return list
}

func (m *naive) payload(gap uint64, n int64, k kind) {
	m.next += gap
	m.deliver(m.stamp(k.name, n, k.methods...))
}

func (m *naive) batch(gap uint64, first int64, ks ...kind) { m.deliver(m.items(gap, first, ks)...) }

func (m *naive) route(gap uint64, first int64, ks ...kind) {
	// The router's events got their headers before the first of them was routed.
	next := m.next + gap
	m.nils++
	for i, k := range ks {
		e := item{k.methods, listeners.Call{Kind: k.name, Height: m.height, Sequence: next + uint64(i), Tx: m.tx,
			Number: first + int64(i)}}
		m.next = max(m.next, e.call.Sequence+1)
		m.deliver(e)
	}
}

func (m *naive) attach(who int, s listeners.Shape, report called) func() {
	m.ids++
	id := m.ids
	m.members = append(slices.Clone(m.members), member{id, who, s, report})
	return func() {
		m.members = slices.DeleteFunc(slices.Clone(m.members), func(x member) bool { return x.id == id })
	}
}

func (m *naive) deliver(items ...item) {
	if m.busy {
		m.queue = append(m.queue, items...)
		return
	}
	m.busy = true
	for _, e := range items {
		m.carry(e)
	}
	for len(m.queue) > 0 {
		e := m.queue[0]
		m.queue = m.queue[1:]
		m.carry(e)
	}
	m.busy = false
}

func (m *naive) carry(e item) {
	for _, c := range m.members {
		for _, method := range e.methods {
			if slices.Contains(c.shape.Methods, method) {
				call := e.call
				call.Who, call.Method = c.who, method
				c.report(call, nil)
			}
		}
	}
}
