package events_test

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/events/internal/theatre/domain"
	"github.com/busgen/busgen/events/internal/theatre/generated"
)

// sliceView and mapView return the views that generated code makes of a field.
func sliceView[T any](p *[]T) events.Slice[T, T] {
	return events.ViewSlice(events.Own(), p, events.Value[T])
}

func mapView[K cmp.Ordered, T any](p *map[K]T) events.Map[K, T, T] {
	return events.ViewMap(events.Own(), p, cmp.Compare[K], events.Self[T])
}

func TestSliceView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawSlice(t, rapid.Int())
		v := sliceView(&items)
		require.Equal(t, len(items), v.Len())
		var read []int
		for i, item := range v.All() {
			require.Equal(t, len(read), i)
			require.Equal(t, v.At(i), item)
			read = append(read, item)
		}
		require.Equal(t, append([]int(nil), items...), read)
		require.Panics(t, func() { v.At(len(items)) })
		require.Panics(t, func() { v.At(-1) })
	})
}

func TestMapView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := drawMap(t, rapid.Int(), rapid.String())
		v := mapView(&entries)
		require.Equal(t, len(entries), v.Len())
		var keys []int
		for key, value := range v.All() {
			require.Equal(t, entries[key], value)
			keys = append(keys, key)
		}
		require.True(t, slices.IsSorted(keys))
		require.Len(t, keys, len(entries))
		for _, key := range append(keys, rapid.Int().Draw(t, "other key")) {
			value, ok := v.Get(key)
			want, has := entries[key]
			require.Equal(t, has, ok)
			require.Equal(t, want, value)
		}
	})
}

// TestViewsOfNothing: views of nil and of empty fields read alike. AsStruct tells them apart.
func TestViewsOfNothing(t *testing.T) {
	for _, b := range []domain.Booking{{}, {Notes: []string{}, Guests: map[domain.Seat]string{}}} {
		v := generated.NewBooking(evening, b).Booking()
		require.Zero(t, v.Notes().Len())
		require.Zero(t, v.Guests().Len())
		_, ok := v.Guests().Get(domain.Seat{})
		require.False(t, ok)
		require.Panics(t, func() { v.Notes().At(0) })
		for range v.Notes().All() {
			t.Fatal("an empty slice has no elements")
		}
		for range v.Guests().All() {
			t.Fatal("an empty map has no entries")
		}
		require.False(t, v.Best().Valid())
		require.Equal(t, b, v.AsStruct())
	}
	require.True(t, generated.NewBooking(evening, booking()).Booking().Best().Valid())
}

// TestIterationStops: an iteration ends when its reader stops, and can be started again.
func TestIterationStops(t *testing.T) {
	v := generated.NewBooking(evening, booking()).Booking()
	notes, members := v.Notes().All(), v.Members().All()
	for range 2 {
		var read []any
		for i, note := range notes {
			read = append(read, i, note)
			break
		}
		for member, seat := range members {
			read = append(read, member, seat.Number())
			break
		}
		require.Equal(t, []any{0, "aisle", domain.Member("ada"), 1}, read)
	}
}

// TestIterationOutlivesDelivery: the step after the end of the delivery panics, however the
// iteration was started.
func TestIterationOutlivesDelivery(t *testing.T) {
	type step = func()
	late := map[string]step{}
	outlive := func(name string, next step) {
		next() // the first step, during the delivery
		late[name] = next
	}
	r := open(t, byValue(func(e generated.Booking) {
		v := e.Booking()
		outlive("slice", pull(v.Notes().All()))
		outlive("slice of structs", pull(v.Party().All()))
		outlive("map", pull(v.Guests().All()))
		outlive("map of structs", pull(v.Members().All()))
	}))
	r.EmitBooking(booking())
	for name, next := range late {
		requireLateUse(t, next, name)
	}
}

// pull returns a function that makes the next step of an iteration.
func pull[K, V any](all iter.Seq2[K, V]) func() {
	next, _ := iter.Pull2(all)
	return func() { next() }
}

// TestMapKeys: entries come in the order of their keys, whatever sort of keys these are.
func TestMapKeys(t *testing.T) {
	v := generated.NewBooking(evening, domain.Booking{
		Paid: map[bool]int64{true: 20, false: 5},
		Guests: map[domain.Seat]string{
			{Balcony: true, Row: "A", Number: 1}: "last", {Row: "B", Number: 1}: "third", {Row: "A", Number: 2}: "second", {Row: "A", Number: 1}: "first",
		},
		Squares: map[[2]int8]string{{2, 0}: "last", {1, 2}: "third", {1, 1}: "second", {-1, 5}: "first"},
		Signals: map[complex128]string{1: "third", 1i: "second", -1i: "first", 1 + 1i: "last"},
		Members: map[domain.Member]domain.Seat{"bob": {Row: "B"}, "ada": {Row: "A"}},
	}).Booking()
	require.Equal(t, []int64{5, 20}, values(v.Paid()))
	four := []string{"first", "second", "third", "last"}
	require.Equal(t, four, values(v.Guests()))
	require.Equal(t, four, values(v.Squares()))
	require.Equal(t, four, values(v.Signals()))
	rows := ""
	for _, seat := range v.Members().All() {
		rows += seat.Row()
	}
	require.Equal(t, "AB", rows)
	amount, ok := v.Paid().Get(true)
	require.True(t, ok)
	require.EqualValues(t, 20, amount)
	guest, _ := v.Guests().Get(domain.Seat{Row: "A", Number: 2})
	require.Equal(t, "second", guest)
}

func values[K comparable, T, V any](m events.Map[K, T, V]) (all []V) {
	for _, value := range m.All() {
		all = append(all, value)
	}
	return all
}

// TestNaNKeys: a NaN is found by no look-up, and yet every entry is there, first, in each copy.
func TestNaNKeys(t *testing.T) {
	nan := math.NaN()
	b := domain.Booking{Discount: map[float64]int64{0.5: 2, math.Inf(-1): 1}}
	b.Discount[nan] = 7
	b.Discount[nan] = 7
	r := open(t, byValue(func(e generated.Booking) {
		for _, v := range []generated.BookingView{e.Booking(), e.Keep().Booking()} {
			require.Equal(t, 4, v.Discount().Len())
			require.Equal(t, []int64{7, 7, 1, 2}, values(v.Discount()))
			_, ok := v.Discount().Get(nan)
			require.False(t, ok)
			require.Len(t, v.AsStruct().Discount, 4)
		}
	}))
	for range 3 { // from the second on, the storage has entries with such keys already
		r.EmitBooking(b)
	}
}

// TestViewsShareNothing: what views return can be changed without changing the event.
func TestViewsShareNothing(t *testing.T) {
	e := generated.NewBooking(evening, booking())
	for range 2 {
		read := e.Booking().AsStruct()
		require.Equal(t, booking(), read)
		spoil(&read)
		seat := e.Booking().Party().At(0).AsStruct()
		seat.Row = "spoilt"
		member, _ := e.Booking().Members().Get("ada")
		other := member.AsStruct()
		other.Row = "spoilt"
	}
}

func TestCompareBools(t *testing.T) {
	for a, i := range map[bool]int{false: 0, true: 1} {
		for b, j := range map[bool]int{false: 0, true: 1} {
			require.Equal(t, cmp.Compare(i, j), events.CompareBools(a, b))
		}
	}
}

// TestReadingAllocates: reading allocates nothing but what a map needs: a copy of the value for a
// look-up, and all entries to sort them.
func TestReadingAllocates(t *testing.T) {
	v := generated.NewBooking(evening, booking()).Booking()
	sum := 0
	require.Zero(t, testing.AllocsPerRun(100, func() {
		for i := range v.Notes().Len() {
			sum += len(v.Notes().At(i))
		}
		for _, seat := range v.Party().All() {
			sum += seat.Number()
		}
		sum += v.Paid().Len() + v.Best().Number()
	}))
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() {
		guest, _ := v.Guests().Get(domain.Seat{Row: "A", Number: 2})
		sum += len(guest)
	}), 1.0)
	require.NotZero(t, sum)
}
