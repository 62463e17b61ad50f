package events_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/events/internal/theatre/domain"
	"github.com/busgen/busgen/events/internal/theatre/generated"
)

var evening = events.NewHeader(events.Block{ChainID: "hall", Height: 7, Time: noon}, "tx", 3)

func booking() domain.Booking {
	return domain.Booking{
		Guest: "ada", Notes: []string{"aisle", "front"}, Party: []domain.Seat{{Row: "A", Number: 1}, {Row: "A", Number: 2}},
		Best: &domain.Seat{Row: "A", Number: 1}, Paid: map[bool]int64{true: 20, false: 5},
		Guests:   map[domain.Seat]string{{Row: "A", Number: 1}: "ada", {Row: "A", Number: 2}: "bob"},
		Squares:  map[[2]int8]string{{1, 2}: "bob", {1, 1}: "ada"},
		Discount: map[float64]int64{0.5: 1, 0: 1}, Signals: map[complex128]string{1i: "late", 1: "early"},
		Members: map[domain.Member]domain.Seat{"bob": {Row: "A", Number: 2}, "ada": {Row: "A", Number: 1}},
	}
}

// lateUse is what a panic says about a use after the delivery.
const lateUse = "busgen: this Booking was used after its delivery ended: call Keep during the delivery to use an event later"

// uses returns the ways to use an event, by all that a consumer can get of it.
func uses(e generated.Booking) map[string]func() {
	v := e.Booking()
	notes, party, best, guests, members := v.Notes(), v.Party(), v.Best(), v.Guests(), v.Members()
	seat, wanted := party.At(0), domain.Seat{Row: "A", Number: 1}
	member, _ := members.Get("ada")
	allNotes, allMembers := notes.All(), members.All()
	return map[string]func(){
		"header": func() { e.Header() }, "kind": func() { e.Kind() }, "sequence": func() { e.Sequence() }, "height": func() { e.BlockHeight() },
		"time": func() { e.BlockTime() }, "transaction": func() { e.TxID() }, "text": func() { _ = e.String() },
		"keep": func() { e.Keep() }, "keep the event": func() { events.Keep(&e) }, "keep as event": func() { events.Keep(events.Event(&e)) },
		"view": func() { e.Booking() }, "field": func() { v.Guest() }, "struct": func() { v.AsStruct() },
		"obtain slice": func() { v.Notes() }, "slice length": func() { notes.Len() }, "slice element": func() { notes.At(0) },
		"slice iterator":                 func() { notes.All()(func(int, string) bool { return true }) },
		"slice iterator obtained before": func() { allNotes(func(int, string) bool { return true }) },
		"element of a slice":             func() { seat.Row() }, "element as struct": func() { seat.AsStruct() }, "struct in a slice": func() { party.At(0) },
		"obtain map": func() { v.Guests() }, "map length": func() { guests.Len() }, "map value": func() { guests.Get(wanted) },
		"absent value":                 func() { guests.Get(domain.Seat{}) },
		"map iterator":                 func() { guests.All()(func(domain.Seat, string) bool { return true }) },
		"map iterator obtained before": func() { allMembers(func(domain.Member, generated.SeatView) bool { return true }) },
		"value of a map":               func() { member.Row() },
		"obtain pointer":               func() { v.Best() }, "pointer": func() { best.Row() }, "pointer valid": func() { best.Valid() },
	}
}

// byValue is a consumer of bookings.
type byValue func(generated.Booking)

func (f byValue) OnBooking(e generated.Booking) { f(e) }

// open returns a router with these consumers, in an open block.
func open(t require.TestingT, consumers ...any) *generated.Router {
	r := generated.NewRouter()
	for _, c := range consumers {
		_, err := r.Attach(c)
		require.NoError(t, err)
	}
	r.BeginBlock(evening.Block())
	return r
}

func requireLate(t require.TestingT, all map[string]func(), when string) {
	for name, use := range all {
		requireLateUse(t, use, "%s: %s", when, name)
	}
}

func requireLateUse(t require.TestingT, use func(), context ...any) {
	defer func() {
		err, ok := recover().(error)
		require.True(t, ok, context...)
		require.EqualError(t, err, lateUse, context...)
	}()
	use()
}

// TestLateUse: what a delivery lends works until it ends, and panics ever after, whatever follows:
// deliveries, routes, blocks.
func TestLateUse(t *testing.T) {
	var current map[string]func()
	var ended []map[string]func()
	check := func(e generated.Booking) {
		current = uses(e)
		for name, use := range current {
			require.NotPanics(t, use, name)
		}
		for _, former := range ended {
			requireLate(t, former, "while another event is lent")
		}
	}
	r := open(t, byValue(check), generated.BookingFunc(func(e generated.BookingEvent) { check(*e.(*generated.Booking)) }))
	for when, next := range map[string]func(){
		"emit": func() { r.EmitBooking(booking()) }, "route": func() { r.RouteBooking(evening, booking()) },
		"next block": func() { r.EndBlock(); r.BeginBlock(evening.Block()); r.EmitBooking(booking()) },
	} {
		next()
		ended = append(ended, current)
		for _, former := range ended {
			requireLate(t, former, when)
		}
	}
}

// TestLateUseInNested: events that waited are lent one after another, each for its own delivery.
func TestLateUseInNested(t *testing.T) {
	var former []map[string]func()
	var r *generated.Router
	r = open(t, byValue(func(e generated.Booking) {
		for _, all := range former {
			requireLate(t, all, "nested")
		}
		former = append(former, uses(e))
		for i := range e.Booking().Notes().Len() {
			r.EmitBooking(noted(i))
		}
	}))
	r.EmitBooking(noted(4))
	require.Len(t, former, 16)
	requireLate(t, former[15], "the last one")
}

// noted returns a booking with n notes.
func noted(n int) domain.Booking {
	b := booking()
	b.Notes = make([]string, n)
	return b
}

// TestKeep: during one delivery all consumers keep one event, and another one in the next.
func TestKeep(t *testing.T) {
	var kept []generated.BookingEvent
	r := open(t,
		byValue(func(e generated.Booking) { kept = append(kept, e.Keep(), e.Keep()) }),
		generated.BookingFunc(func(e generated.BookingEvent) { kept = append(kept, events.Keep(e)) }),
		events.Func(func(e events.Event) {
			if e, ok := e.(*generated.Booking); ok {
				kept = append(kept, events.Keep(e), events.Keep(events.Event(e)).(*generated.Booking))
			}
		}))
	r.BeginTx("tx")
	for range 2 {
		r.EmitBooking(booking())
	}
	require.Len(t, kept, 10)
	for i, e := range kept {
		require.Same(t, kept[i/5*5], e)
	}
	require.NotSame(t, kept[0], kept[5])
}

// TestKeptForEver: a kept event and its views are valid for ever, and Keep returns the event
// itself.
func TestKeptForEver(t *testing.T) {
	var kept *generated.Booking
	r := open(t, byValue(func(e generated.Booking) { kept = e.Keep() }))
	r.BeginTx("tx")
	r.EmitBooking(booking())
	first := kept
	r.EmitBooking(domain.Booking{Guest: "bob"})
	r.EndTx()
	r.EndBlock()

	for _, e := range []*generated.Booking{first, generated.NewBooking(evening.At("tx", 1), booking())} {
		for name, use := range uses(*e) {
			require.NotPanics(t, use, name)
		}
		require.Same(t, e, e.Keep())
		require.Same(t, e, events.Keep(e))
		require.Same(t, e, events.Keep(events.Event(e)))
		require.Equal(t, booking(), e.Booking().AsStruct())
		require.True(t, e.Header().Equal(evening.At("tx", 1)))
		require.Equal(t, e.Header(), evening.At("tx", 1).At(e.TxID(), 1).At("tx", e.Sequence()), "all parts")
		require.Equal(t, "Booking hall block 7 #1 tx tx", e.String())
		require.Equal(t, generated.KindBooking(), e.Kind())
		require.True(t, e.BlockTime().Equal(noon))
		require.EqualValues(t, 7, e.BlockHeight())
		require.True(t, e.Valid())
	}
}

// TestKeptIsIndependent: what is kept shares nothing with the bus, nor with the payload that was
// emitted.
func TestKeptIsIndependent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var kept []*generated.Booking
		var want []domain.Booking
		var payload domain.Booking
		r := open(t, byValue(func(e generated.Booking) {
			kept = append(kept, e.Keep())
			spoil(&payload)
			require.Equal(t, want[len(want)-1], e.Booking().AsStruct(), "the event does not follow the payload")
		}))
		for range rapid.IntRange(1, 5).Draw(t, "events") {
			var expected domain.Booking
			payload, expected = twice(t, drawBooking)
			want = append(want, expected)
			r.EmitBooking(payload)
			if rapid.Bool().Draw(t, "end of block") {
				r.EndBlock()
				r.BeginBlock(evening.Block())
			}
			for i := range kept {
				require.Equal(t, want[i], kept[i].Booking().AsStruct(), "event %d", i)
			}
		}
	})
}

// twice returns two equal values that share nothing: a random one, and one drawn with the same
// choices.
func twice[T any](t *rapid.T, draw func(*rapid.T) T) (a, b T) {
	seed := rapid.Int().Draw(t, "seed")
	values := rapid.Custom(draw)
	return values.Example(seed), values.Example(seed)
}

func drawBooking(t *rapid.T) domain.Booking {
	b := domain.Booking{
		Guest: rapid.String().Draw(t, "guest"), Notes: drawSlice(t, rapid.String()), Party: drawSlice(t, rapid.Custom(drawSeat)),
		Paid: drawMap(t, rapid.Bool(), rapid.Int64()), Guests: drawMap(t, rapid.Custom(drawSeat), rapid.String()),
		Members: drawMap(t, rapid.Map(rapid.String(), func(s string) domain.Member { return domain.Member(s) }), rapid.Custom(drawSeat)),
	}
	if rapid.Bool().Draw(t, "best") {
		seat := drawSeat(t)
		b.Best = &seat
	}
	return b
}

func drawSeat(t *rapid.T) domain.Seat {
	return domain.Seat{Balcony: rapid.Bool().Draw(t, "balcony"), Row: rapid.String().Draw(t, "row"), Number: rapid.Int().Draw(t, "number")}
}

// drawSlice returns a slice that may be nil, or empty and not nil.
func drawSlice[T any](t *rapid.T, items *rapid.Generator[T]) []T {
	if rapid.Bool().Draw(t, "nil") {
		return nil
	}
	return rapid.SliceOfN(items, 0, 5).Draw(t, "slice")
}

// drawMap returns a map that may be nil, or empty and not nil.
func drawMap[K comparable, V any](t *rapid.T, keys *rapid.Generator[K], values *rapid.Generator[V]) map[K]V {
	if rapid.Bool().Draw(t, "nil") {
		return nil
	}
	return rapid.MapOfN(keys, values, 0, 5).Draw(t, "map")
}

// spoil changes all that a booking refers to.
func spoil(b *domain.Booking) {
	for i := range b.Notes {
		b.Notes[i] = "spoilt"
	}
	for i := range b.Party {
		b.Party[i].Row = "spoilt"
	}
	if b.Best != nil {
		b.Best.Row = "spoilt"
	}
	clear(b.Paid)
	for seat := range b.Guests {
		b.Guests[seat] = "spoilt"
	}
	for member := range b.Members {
		b.Members[member] = domain.Seat{Row: "spoilt"}
	}
}

// TestOwn: views of the caller's own memory follow it, and never end.
func TestOwn(t *testing.T) {
	mine := booking()
	v := generated.ViewBooking(&mine)
	require.Equal(t, mine, v.AsStruct())
	mine.Guest, mine.Notes[0] = "eve", "late"
	require.Equal(t, "eve", v.Guest())
	require.Equal(t, "late", v.Notes().At(0))
}

// TestInvalid: nil pointers and zero events say that they are none.
func TestInvalid(t *testing.T) {
	require.False(t, (*generated.Booking)(nil).Valid())
	require.False(t, new(generated.Booking).Valid())
	require.True(t, generated.NewBooking(events.Header{}, domain.Booking{}).Valid())
}

// TestDeliveryAllocates: to lend and read an event allocates nothing; to keep it allocates the
// event and what it refers to, once.
func TestDeliveryAllocates(t *testing.T) {
	payload := domain.Booking{Guest: "ada", Notes: []string{"aisle"}, Party: []domain.Seat{{}}, Best: &domain.Seat{}}
	sum := 0
	read := byValue(func(e generated.Booking) {
		sum += e.Booking().Notes().Len() + e.Booking().Party().At(0).Number() + int(e.Sequence())
		for i, note := range e.Booking().Notes().All() {
			sum += i + len(note)
		}
	})
	keep := byValue(func(e generated.Booking) { e.Keep() })
	r := open(t, read, read)
	require.Zero(t, testing.AllocsPerRun(100, func() { r.EmitBooking(payload) }))
	r = open(t, keep, keep)
	require.EqualValues(t, 4, testing.AllocsPerRun(100, func() { r.EmitBooking(payload) }))
	require.NotZero(t, sum)
}
