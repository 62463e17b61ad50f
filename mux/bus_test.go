package mux_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux"
)

func attach(t *testing.T, tower *Tower, consumer any) func() {
	t.Helper()
	detach, err := tower.attach(consumer)
	require.NoError(t, err)
	return detach
}

// bells attaches a consumer of everything, which notes each event's place.
func bells(t *testing.T, tower *Tower) *[]string {
	t.Helper()
	var seen []string
	last := events.Header{}
	attach(t, tower, events.Func(func(e events.Event) {
		require.Equal(t, 1, e.Header().Compare(last))
		last = e.Header()
		seen = append(seen, e.Kind().String()+" "+e.TxID())
	}))
	return &seen
}

func TestBusStampsInOrder(t *testing.T) {
	tower := NewTower()
	seen := bells(t, tower)
	tower.begin(1)
	tower.ring(1)
	tower.bus.BeginTx("a")
	tower.ring(2)
	tower.endTx()
	tower.end()
	require.Equal(t, []string{"BeginBlock ", "rang ", "rang a", "EndTx a", "EndBlock "}, *seen)
	require.Zero(t, tower.bus.Ignored())
}

func TestBusQueuesWhatIsNested(t *testing.T) {
	tower := NewTower()
	var rung []int
	attach(t, tower, rangBy(func(e rang) {
		rung = append(rung, e.bell)
		if e.bell < 3 {
			tower.ring(e.bell + 1)
			tower.ring(e.bell + 10)
		}
	}))
	tower.begin(1)
	tower.ring(1)
	require.Equal(t, []int{1, 2, 11, 3, 12}, rung)
	require.EqualValues(t, 6, tower.bus.Next().Sequence())
}

func TestBusFollowsWhatIsRouted(t *testing.T) {
	tower := NewTower()
	seen := bells(t, tower)
	outside := &rang{events.Stamp(events.NewHeader(events.Block{Height: 1}, "", 50)), 1}
	tower.route(outside, nil, (*rang)(nil))
	require.EqualValues(t, 2, tower.bus.Ignored())
	tower.begin(2)
	at := tower.bus.Next()
	attach(t, tower, rangFunc(func(e *rang) {
		if e.bell == 1 {
			tower.route(&rang{events.Stamp(tower.bus.Next()), 2}, nil)
			tower.ring(3)
		}
	}))
	tower.route(&rang{events.Stamp(at), 1}, nil, &rang{events.Stamp(at.At("", 8)), 7})
	require.EqualValues(t, 4, tower.bus.Ignored())
	require.Len(t, *seen, 6)
	require.EqualValues(t, 11, tower.bus.Next().Sequence())
}

func TestBusStops(t *testing.T) {
	tower := NewTower()
	detach := attach(t, tower, rangFunc(func(*rang) { panic("boom") }))
	tower.begin(1)
	require.PanicsWithValue(t, "boom", func() { tower.ring(1) })
	const why = " on a stopped bus: a consumer panicked, or ended its goroutine, on the event with sequence 1 of block 1, which has reached some consumers and not others"
	require.PanicsWithValue(t, "busgen: EndBlock"+why, tower.end)
	require.PanicsWithValue(t, "busgen: ring"+why, func() { tower.ring(1) })
	require.PanicsWithValue(t, "busgen: RouteBatch"+why, func() { tower.route(nil) })
	require.PanicsWithValue(t, "busgen: one"+why, func() { tower.one(nil) })
	detach()
}

func TestAwait(t *testing.T) {
	tower := NewTower()
	entered, proceed := make(chan struct{}), make(chan struct{})
	detach := attach(t, tower, rangFunc(func(*rang) {
		entered <- struct{}{}
		<-proceed
	}))
	tower.begin(1)
	go tower.route(&rang{events.Stamp(tower.bus.Next()), 1}, &rang{events.Stamp(tower.bus.Next().At("", 2)), 2})
	<-entered
	done := make(chan struct{})
	go func() {
		detach()
		close(done)
	}()
	select {
	case <-done:
		t.Fatal("the consumer may still be called")
	case <-time.After(10 * time.Millisecond):
	}
	proceed <- struct{}{}
	<-done // the second event goes past the consumer
}

// From inside a consumer, however deep in its calls, a detach returns.
func TestAwaitInside(t *testing.T) {
	tower := NewTower()
	calls := 0
	var detach func()
	var deep func(int)
	deep = func(n int) {
		if n > 0 {
			deep(n - 1)
			return
		}
		detach()
	}
	detach = attach(t, tower, rangFunc(func(*rang) {
		calls++
		deep(300)
	}))
	tower.begin(1)
	tower.ring(1)
	tower.ring(2)
	require.Equal(t, 1, calls)
}

func TestInitLearnsItsMethods(t *testing.T) {
	var bus mux.Bus
	initialise := func() { bus.Init() }
	require.Panics(t, func() { initialise() })
}

func TestRefusals(t *testing.T) {
	for consumer, want := range map[any]string{
		nil:        "the consumer is nil",
		12:         "int has no method of any consumer interface",
		anyEvent{}: "EventConsumer wants OnEvent(events.Event) without a result",
		noEvent{}:  "OnBeginBlock(events.BeginBlock) without a result",
		txName{}:   "OnEndTx(events.EndTx) without a result",
		pointer{}:  "OnEndBlock(events.EndBlock) without a result",
	} {
		detach, err := NewTower().attach(consumer)
		require.ErrorContains(t, err, want)
		require.Nil(t, detach)
	}
	_, err := NewTower().attach(func(events.Event) {})
	require.ErrorContains(t, err, "EventFunc(f) makes an EventConsumer of it")
}

type (
	anyEvent struct{}
	noEvent  struct{}
	txName   struct{}
	pointer  struct{}
)

func (anyEvent) OnEvent(any)                {}
func (noEvent) OnBeginBlock()               {}
func (txName) OnEndTx(string)               {}
func (pointer) OnEndBlock(*events.EndBlock) {}

func TestBoundaryConsumers(t *testing.T) {
	tower := NewTower()
	var seen []string
	c := boundary{&seen}
	detach := attach(t, tower, c)
	drive := func(height uint64) {
		tower.begin(height)
		tower.bus.BeginTx("a")
		tower.endTx()
		tower.end()
	}
	drive(1)
	require.Equal(t, []string{"begin", "tx", "end"}, seen)
	detach()
	drive(2)
	require.Len(t, seen, 3)
}

type boundary struct{ seen *[]string }

func (b boundary) OnBeginBlock(events.BeginBlock) { *b.seen = append(*b.seen, "begin") }
func (b boundary) OnEndTx(events.EndTx)           { *b.seen = append(*b.seen, "tx") }
func (b boundary) OnEndBlock(events.EndBlock)     { *b.seen = append(*b.seen, "end") }

// A list is never changed in place: who goes through an old one is not disturbed.
func TestListIsCopiedOnChange(t *testing.T) {
	var l mux.List[string]
	of := func(l mux.List[string], n int) []string { return slices.Clone(l.Of(mux.Run{To: n})) }
	l.Add(1, "a")
	l.Add(2, "b")
	l.Add(3, "c")
	before := l
	l.Add(4, "d")
	branch := before
	branch.Add(5, "e")
	l.Remove(6, 1)
	l.Remove(7, 77)
	require.Equal(t, []string{"a", "b", "c"}, of(before, 3))
	require.Equal(t, []string{"b", "c", "d"}, of(l, 3))
	require.Equal(t, []string{"a", "b", "c", "e"}, of(branch, 4))
}

func TestRow(t *testing.T) {
	var row mux.Row[byRang, onRang]
	var every mux.List[events.Consumer]
	update := func(op uint64) { row.Plan(op, &every.Members) }
	value, own, all := rangBy(func(rang) {}), rangFunc(func(*rang) {}), events.Func(func(events.Event) {})
	require.False(t, row.Add(1, 12))
	require.True(t, row.Add(1, value))
	update(1)
	require.True(t, row.Add(2, value))
	update(2)
	require.Equal(t, []mux.Run{{Slot: 0, From: 0, To: 2}}, row.Runs())
	require.Len(t, row.Values(), 2)
	require.False(t, row.Kept())

	require.True(t, row.Add(3, own))
	every.Add(3, all)
	update(3)
	require.True(t, row.Add(4, value))
	update(4)
	require.Equal(t, []mux.Run{{0, 0, 2}, {1, 0, 1}, {2, 0, 1}, {0, 2, 3}}, row.Runs())
	require.True(t, row.Kept())
	require.Empty(t, row.First())

	update(5)
	require.Len(t, row.Runs(), 4, "an operation on other lists changes nothing")

	row.Remove(6, 1)
	row.Remove(6, 2)
	update(6)
	require.Equal(t, []mux.Run{{2, 0, 1}, {0, 0, 1}}, row.Runs(), "whoever is first needs no run")
	require.Len(t, row.First(), 1)

	row.Remove(7, 3)
	every.Remove(7, 3)
	update(7)
	require.Equal(t, []mux.Run{{0, 0, 1}}, row.Runs())
	require.Empty(t, row.First())
	require.False(t, row.Kept())
}

// What is stored stays where it is, in chunks that grow up to the limit.
func TestStore(t *testing.T) {
	var s mux.Store[int]
	var kept []*int
	for i := range 1000 {
		p := s.Next(100)
		*p = i
		kept = append(kept, p)
	}
	for i, p := range kept {
		require.Equal(t, i, *p)
	}
	require.LessOrEqual(t, testing.AllocsPerRun(10, func() {
		for range 1000 {
			s.Next(100)
		}
	}), 10.0)
	var one mux.Store[int]
	require.NotSame(t, one.Next(1), one.Next(1))
}
