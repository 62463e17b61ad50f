package muxtest_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/recorded"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// spy records the failures that the kit reports.
type spy struct {
	said     []string
	fatal    bool
	cleanups []func()
}

func (s *spy) Helper() {}
func (s *spy) Errorf(format string, args ...any) {
	s.said = append(s.said, fmt.Sprintf(format, args...))
}
func (s *spy) Cleanup(f func()) { s.cleanups = append(s.cleanups, f) }
func (s *spy) Fatalf(format string, args ...any) {
	s.Errorf(format, args...)
	s.fatal = true
}

// game records the events of block 7: three with a payload, and the boundaries, numbers 0 to 4.
func game(tb muxtest.TB) *muxtest.Recorder {
	bus := generated.NewRouter()
	rec := muxtest.Record(tb, bus)
	bus.BeginBlock(events.Block{ChainID: "game", Height: 7, Time: time.Unix(7, 0)})
	bus.EmitSpawned(ada)
	bus.EmitHit(blow)
	bus.EmitMoved(walk)
	bus.EndBlock()
	return rec
}

var (
	ada  = domain.Spawned{Actor: domain.Actor{Name: "ada"}, At: time.Unix(1, 0).UTC()}
	blow = domain.Hit{By: "ada", Target: "door", Damage: 3}
	walk = domain.Moved{Actor: domain.Actor{Name: "ada"}, Through: events.ListOf(domain.Place{X: 1}, domain.Place{X: 2})}
)

func with[P any](p P, change func(*P)) P {
	change(&p)
	return p
}

var (
	hard   = with(blow, func(h *domain.Hit) { h.Damage = 5 })
	header = events.NewHeader(events.Block{ChainID: "game", Height: 7, Time: time.Unix(7, 0)}, "", 2)
)

// expectations holds expectations on the events of game, and the failures that they report.
var expectations = map[string]struct {
	expect func(*muxtest.Recorder)
	want   []string
}{
	"exactly":           {func(r *muxtest.Recorder) { r.Exactly(ada, blow, walk) }, nil},
	"exactly, by event": {func(r *muxtest.Recorder) { r.Exactly(ada, generated.NewHit(header, blow), walk) }, nil},
	"exactly, wrong field": {func(r *muxtest.Recorder) { r.Exactly(ada, hard, walk) }, []string{
		"muxtest: event 2 (Hit game block 7 #2): Damage: got 3, want 5"}},
	"exactly, wrong kind": {func(r *muxtest.Recorder) { r.Exactly(ada, walk, blow) }, []string{
		`muxtest: event 2 (Hit game block 7 #2): got Hit{Place: {X: 0, Y: 0}, By: "ada", Target: "door", Damage: 3}, want Moved{Actor: {Place: {X: 0, Y: 0}, Name: "ada"}, Through: [{X: 1, Y: 0}, {X: 2, Y: 0}]}`}},
	"exactly, one too many": {func(r *muxtest.Recorder) { r.Exactly(ada, blow) }, []string{
		`muxtest: event 3 (Moved game block 7 #3) was not expected: Moved{Actor: {Place: {X: 0, Y: 0}, Name: "ada"}, Through: [{X: 1, Y: 0}, {X: 2, Y: 0}]}`}},
	"exactly, one missing": {func(r *muxtest.Recorder) { r.Exactly(ada, blow, walk, domain.Ticked{Number: 4}) }, []string{
		"muxtest: after all 3 events, Ticked{Number: 4} is missing"}},
	"exactly, wrong place": {func(r *muxtest.Recorder) {
		r.Exactly(ada, generated.NewHit(events.NewHeader(events.Block{ChainID: "game", Height: 8, Time: time.Unix(7, 0)}, "tx", 2), blow), walk)
	}, []string{`muxtest: event 2 (Hit game block 7 #2): header.Block.Height: got 7, want 8; header.TxID: got "", want "tx"`}},
	"exactly, another kind of event": {func(r *muxtest.Recorder) { r.Exactly(generated.NewHit(header, blow)) }, []string{
		`muxtest: event 1 (Spawned game block 7 #1): got Spawned{Actor: {Place: {X: 0, Y: 0}, Name: "ada"}, At: 1970-01-01T00:00:01Z}, want Hit game block 7 #2 with {Place: {X: 0, Y: 0}, By: "ada", Target: "door", Damage: 3}`}},
	"in order":          {func(r *muxtest.Recorder) { r.InOrder(ada, walk) }, nil},
	"in order, nothing": {func(r *muxtest.Recorder) { r.InOrder() }, nil},
	"in order, swapped": {func(r *muxtest.Recorder) { r.InOrder(blow, ada) }, []string{
		`muxtest: after event 2 (Hit game block 7 #2), Spawned{Actor: {Place: {X: 0, Y: 0}, Name: "ada"}, At: 1970-01-01T00:00:01Z} is missing`}},
	"in order, nearly": {func(r *muxtest.Recorder) { r.InOrder(hard) }, []string{
		`muxtest: among the events, Hit{Place: {X: 0, Y: 0}, By: "ada", Target: "door", Damage: 5} is missing; the nearest is event 2 (Hit game block 7 #2): Damage: got 3, want 5`}},
	"has": {func(r *muxtest.Recorder) { r.Has(walk, ada) }, nil},
	"has not": {func(r *muxtest.Recorder) { r.Has(walk, domain.Ticked{}) }, []string{
		"muxtest: among the events, Ticked{Number: 0} is missing"}},
	"none": {func(r *muxtest.Recorder) { r.None(domain.Ticked{}, domain.Given{}) }, nil},
	"none, one": {func(r *muxtest.Recorder) { r.None(domain.Ticked{}, domain.Hit{}) }, []string{
		`muxtest: event 2 (Hit game block 7 #2) was not expected: Hit{Place: {X: 0, Y: 0}, By: "ada", Target: "door", Damage: 3}`}},
	"kinds": {func(r *muxtest.Recorder) { r.Kinds("BeginBlock", "Spawned", "Hit", "Moved", "EndBlock") }, nil},
	"kinds, wrong": {func(r *muxtest.Recorder) { r.Kinds("BeginBlock", "Hit") }, []string{
		"muxtest: event 1 (Spawned game block 7 #1): got Spawned, want Hit"}},
	"kinds, too many": {func(r *muxtest.Recorder) { r.Kinds("BeginBlock", "Spawned") }, []string{
		"muxtest: event 2 (Hit game block 7 #2) was not expected"}},
	"kinds, too few": {func(r *muxtest.Recorder) {
		r.Kinds("BeginBlock", "Spawned", "Hit", "Moved", "EndBlock", "BeginBlock", "Hit")
	}, []string{
		"muxtest: after all 5 events, BeginBlock, Hit is missing"}},
	"has not, with a map": {func(r *muxtest.Recorder) {
		r.Has(domain.Looted{Bag: domain.Bag{Items: []string{"rope"}}, Worth: map[string]int64{"rope": 1, "lamp": 2}})
	}, []string{
		`muxtest: among the events, Looted{Actor: {Place: {X: 0, Y: 0}, Name: ""}, Bag: {Items: ["rope"]}, Weight: 0, Worth: {"lamp": 2, "rope": 1}} is missing`}},
	"strict order": {(*muxtest.Recorder).StrictOrder, nil},
}

func TestExpectations(t *testing.T) {
	for name, c := range expectations {
		t.Run(name, func(t *testing.T) {
			s := &spy{}
			c.expect(game(s))
			require.Equal(t, c.want, s.said)
		})
	}
}

func TestNoneAtAll(t *testing.T) {
	s := &spy{}
	rec := game(s)
	rec.None()
	require.Len(t, s.said, 3)

	rec.Reset()
	rec.None()
	rec.Exactly()
	require.Len(t, s.said, 3)
}

func TestStrictOrderFails(t *testing.T) {
	s := &spy{}
	rec := muxtest.NewRecorder(s)
	block := events.NewHeader(events.Block{Height: 2}, "", 3)
	rec.OnEvent(generated.NewHit(block, blow))
	rec.OnEvent(generated.NewHit(block, blow))
	rec.OnEvent(events.NewEndBlock(events.NewHeader(events.Block{Height: 1}, "", 9)))
	rec.StrictOrder()
	require.Equal(t, []string{
		"muxtest: event 1 (Hit block 2 #3) does not come after event 0 (Hit block 2 #3)",
		"muxtest: event 2 (EndBlock block 1 #9) does not come after event 1 (Hit block 2 #3)",
	}, s.said)
}

var (
	note, other = "hello", "world"

	gift = domain.Given{Bag: domain.Bag{Items: []string{"rope"}}, Note: &note,
		Parcels: []domain.Parcel{{Label: "a", Inside: []*domain.Parcel{{Label: "b"}}, Stamps: map[string][]string{"x": {"1"}}}}}
)

func weigh(s string) domain.Looted { return domain.Looted{Weight: udecimal.MustParse(s)} }

// differences holds pairs of payloads, and the failure that is reported if the first comes and the
// second is wanted.
var differences = map[string]struct {
	got, want any
	said      string
}{
	"instants": {ada, with(ada, func(s *domain.Spawned) { s.At = s.At.In(time.FixedZone("east", 3600)) }), ""},
	"times": {ada, with(ada, func(s *domain.Spawned) { s.At = s.At.Add(1) }),
		"At: got 1970-01-01T00:00:01Z, want 1970-01-01T00:00:01.000000001Z"},
	"embedded": {ada, with(ada, func(s *domain.Spawned) { s.Name, s.X = "bob", 2 }),
		`Actor.Place.X: got 0, want 2; Actor.Name: got "ada", want "bob"`},
	"decimals that are equal": {weigh("1.5"), weigh("1.50"), ""},
	"decimals":                {weigh("1.5"), weigh("1.51"), "Weight: got 1.5, want 1.51"},
	"empty like nil":          {domain.Looted{Worth: map[string]int64{}, Bag: domain.Bag{Items: []string{}}}, domain.Looted{}, ""},
	"map": {domain.Looted{Worth: map[string]int64{"a": 1, "b": 2}}, domain.Looted{Worth: map[string]int64{"b": 3, "c": 4}},
		`Worth["a"]: got 1, want nothing; Worth["b"]: got 2, want 3; Worth["c"]: got nothing, want 4`},
	"list":          {walk, with(walk, func(m *domain.Moved) { m.Through = events.ListOf(domain.Place{X: 1}, domain.Place{X: 3}) }), "Through[1].X: got 2, want 3"},
	"short list":    {walk, with(walk, func(m *domain.Moved) { m.Through = events.List[domain.Place]{} }), "Through: got 2 items, want 0 items"},
	"list of times": {domain.Mapped{Times: events.ListOf(time.Unix(1, 0).UTC())}, domain.Mapped{Times: events.ListOf(time.Unix(1, 0).In(time.FixedZone("east", 3600)))}, ""},
	"list of other times": {domain.Mapped{Times: events.ListOf(time.Unix(1, 0).UTC())}, domain.Mapped{Times: events.ListOf(time.Unix(2, 0).UTC())},
		"Times[0]: got 1970-01-01T00:00:01Z, want 1970-01-01T00:00:02Z"},
	"pointers": {gift, with(gift, func(g *domain.Given) { same := note; g.Note = &same }), ""},
	"pointer":  {gift, with(gift, func(g *domain.Given) { g.Note = &other }), `Note: got "hello", want "world"`},
	"nil":      {gift, with(gift, func(g *domain.Given) { g.Note = nil }), `Note: got "hello", want nil`},
	"array":    {gift, with(gift, func(g *domain.Given) { g.Tally[1] = []int64{4} }), "Tally[1]: got 0 items, want 1 item"},
	"deep": {gift, with(gift, func(g *domain.Given) {
		g.Parcels = []domain.Parcel{{Label: "a", Inside: []*domain.Parcel{{Label: "c"}}, Stamps: map[string][]string{"x": {"2"}}}}
	}), `Parcels[0].Inside[0].Label: got "b", want "c"; Parcels[0].Stamps["x"][0]: got "1", want "2"`},
	"empty list": {walk, domain.Moved{Actor: domain.Actor{Name: "bob"}}, `Actor.Name: got "ada", want "bob"; Through: got 2 items, want 0 items`},
	"many": {domain.Hit{By: "a", Target: "b", Damage: 1}, domain.Hit{Place: domain.Place{X: 1, Y: 2}},
		`Place.X: got 0, want 1; Place.Y: got 0, want 2; By: got "a", want ""; and 2 more`},
}

// TestDifferences shows that payloads are compared by their meaning, and that a failure names the
// path of each difference.
func TestDifferences(t *testing.T) {
	for name, c := range differences {
		t.Run(name, func(t *testing.T) {
			s := &spy{}
			rec := muxtest.NewRecorder(s)
			rec.OnEvent(event(c.got))
			rec.Exactly(c.want)
			if c.said == "" {
				require.Empty(t, s.said)
				return
			}
			require.Len(t, s.said, 1)
			require.Equal(t, c.said, s.said[0][len("muxtest: ")+len(where(c.got)):])
		})
	}
}

func where(payload any) string {
	e := event(payload)
	return fmt.Sprintf("event 0 (%s block 0 #0): ", e.Kind())
}

func event(payload any) events.Event {
	switch p := payload.(type) {
	case domain.Spawned:
		return generated.NewSpawned(events.Header{}, p)
	case domain.Moved:
		return generated.NewMoved(events.Header{}, p)
	case domain.Hit:
		return generated.NewHit(events.Header{}, p)
	case domain.Mapped:
		return generated.NewMapped(events.Header{}, p)
	case domain.Looted:
		return generated.NewLooted(events.Header{}, p)
	default:
		return generated.NewGiven(events.Header{}, p.(domain.Given))
	}
}

func TestReading(t *testing.T) {
	rec := game(t)
	require.Len(t, rec.Events(), 5)
	require.Equal(t, []any{ada, blow, walk}, rec.Payloads())
	require.Equal(t, []domain.Hit{blow}, muxtest.PayloadsOf[domain.Hit](rec))
	require.Empty(t, muxtest.PayloadsOf[domain.Ticked](rec))
	places := muxtest.Of[generated.PlaceEvent](rec)
	require.Len(t, places, 3)
	require.Len(t, muxtest.Of[events.EndBlock](rec), 1)

	kept := rec.Events()
	kept[0] = nil
	require.NotNil(t, rec.Events()[0], "the slice belongs to the caller")
}

// TestKeeps shows that a recorder keeps events, and that payloads are copies.
func TestKeeps(t *testing.T) {
	s := &spy{}
	bus := generated.NewRouter()
	rec := muxtest.Record(s, bus)
	bus.BeginBlock(events.Block{Height: 1})
	mine := domain.Looted{Bag: domain.Bag{Items: []string{"rope"}}, Worth: map[string]int64{"rope": 1}}
	bus.EmitLooted(mine)
	mine.Items[0], mine.Worth["rope"] = "lamp", 2
	bus.EmitLooted(mine)
	bus.EndBlock()
	bus.BeginBlock(events.Block{Height: 2})

	rope := domain.Looted{Bag: domain.Bag{Items: []string{"rope"}}, Worth: map[string]int64{"rope": 1}}
	read := muxtest.PayloadsOf[domain.Looted](rec)
	require.Equal(t, []domain.Looted{rope, mine}, read)
	read[0].Items[0], read[0].Worth["rope"] = "spoilt", 0
	rec.Exactly(rope, mine)
	require.Empty(t, s.said)
	looted := muxtest.Of[generated.LootedEvent](rec)
	require.Same(t, looted[0], events.Keep(looted[0]), "a recorded event is kept")
}

// TestFieldOfWiredBus records a wired bus: as one of its fields, and through a router that is
// another one.
func TestFieldOfWiredBus(t *testing.T) {
	s := &spy{}
	field, router := muxtest.NewRecorder(s), generated.NewRouter()
	attached := muxtest.Record(s, router)
	bus := recorded.NewConsumersBus(recorded.Consumers{Recorder: field, Router: router})
	field.SetBus(bus)
	bus.BeginBlock(events.Block{Height: 7})
	bus.EmitHit(blow)
	bus.EndBlock()
	for _, rec := range []*muxtest.Recorder{field, attached} {
		rec.Kinds("BeginBlock", "Hit", "EndBlock")
		rec.Exactly(blow)
		rec.None(domain.Moved{})
		rec.StrictOrder()
	}
	require.Empty(t, s.said)
	field.None(domain.Place{})
	require.Equal(t, []string{"muxtest: None, argument 1: no event of *recorded.ConsumersBus has the payload " + here +
		"sample/domain.Place, so this would compare nothing"}, s.said)
}

func TestRecordDetachesAtCleanup(t *testing.T) {
	s := &spy{}
	bus := generated.NewRouter()
	rec := muxtest.Record(s, bus)
	require.Len(t, s.cleanups, 1)
	s.cleanups[0]()
	bus.BeginBlock(events.Block{})
	require.Empty(t, rec.Events())
}

// closed is a bus to which nothing attaches.
type closed struct{}

func (closed) Attach(any) (func(), error) { return nil, errors.New("closed") }

func TestRecordFails(t *testing.T) {
	s := &spy{}
	muxtest.Record(s, closed{})
	require.True(t, s.fatal)
	require.Equal(t, []string{"muxtest: cannot attach the recorder: closed"}, s.said)
}

// TestReadWhileEventsFlow reads a recorder from another goroutine, for the race detector.
func TestReadWhileEventsFlow(t *testing.T) {
	bus := generated.NewRouter()
	rec := muxtest.Record(t, bus)
	var wg sync.WaitGroup
	wg.Go(func() {
		for len(rec.Events()) < 100 {
			rec.StrictOrder()
			rec.None(domain.Ticked{})
		}
	})
	bus.BeginBlock(events.Block{})
	for range 100 {
		bus.EmitHit(blow)
	}
	wg.Wait()
	rec.InOrder(blow, blow)
}
