package mux_test

import (
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

// Who shares a list with the one before is in one run with it; those who take the event by interface and are first need none.
func TestPlan(t *testing.T) {
	const values, own, all = 0, 1, 2
	var plan mux.Plan
	plan.Add(values, 0)
	plan.Add(values, 1)
	require.Equal(t, mux.Plan{Runs: []mux.Run{{values, 0, 2}}}, plan)
	plan.Add(own, 0)
	plan.Add(all, 0)
	plan.Add(values, 2)
	require.Equal(t, mux.Plan{Kept: true, Runs: []mux.Run{{values, 0, 2}, {own, 0, 1}, {all, 0, 1}, {values, 2, 3}}}, plan)

	plan = mux.Plan{}
	plan.Add(own, 0)
	plan.Add(own, 1)
	require.Equal(t, mux.Plan{Kept: true, First: 2}, plan)
	plan.Add(all, 0)
	plan.Add(own, 2)
	require.Equal(t, mux.Plan{Kept: true, First: 2, Runs: []mux.Run{{all, 0, 1}, {own, 2, 3}}}, plan)
}

// Each chunk has twice as many events as the one before, up to the limit, which is all there is where an event is large.
func TestChunk(t *testing.T) {
	var sizes []int
	for n := 0; len(sizes) < 6; {
		n = mux.Chunk(n, 100)
		sizes = append(sizes, n)
	}
	require.Equal(t, []int{8, 16, 32, 64, 100, 100}, sizes)
	require.Equal(t, 1, mux.Chunk(0, 1))
}
