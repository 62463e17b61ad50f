package digest_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/digest"
)

var block = events.Block{ChainID: "chain", Height: 1, Time: time.Unix(1_800_000_000, 5).UTC()}

// of returns the digest of one block with these events.
func of(emits ...func(*generated.Router)) digest.Sum {
	bus, d := generated.NewRouter(), digest.New()
	if _, err := bus.Attach(d); err != nil {
		panic(err)
	}
	bus.BeginBlock(block)
	for _, emit := range emits {
		emit(bus)
	}
	bus.EndBlock()
	return d.Sum()
}

func party(id string) func(*generated.Router) {
	return func(b *generated.Router) { b.EmitPartyAdded(domain.PartyAdded{Party: domain.Party{PartyID: id}}) }
}

func TestSameEventsSameDigest(t *testing.T) {
	require.Equal(t, of(party("a"), party("b")), of(party("a"), party("b")))
	require.NotEqual(t, of(party("a"), party("b")), of(party("b"), party("a")), "the order counts")
	require.NotEqual(t, of(party("ab"), party("")), of(party("a"), party("b")), "where a string ends counts")
	require.NotEqual(t, of(), of(party("")))
}

func TestGolden(t *testing.T) {
	amount := udecimal.MustParse("-12.5")
	sum := of(party("a"), func(b *generated.Router) {
		b.BeginTx("tx-1")
		b.EmitLedgerMovement(domain.LedgerMovement{Entries: events.ListOf(domain.LedgerEntry{Amount: amount, At: block.Time})})
		b.EndTx()
	})
	require.Equal(t, "2ed38b456ca99451a29b175d19277ef5eea1de55740bea95029a20461f06a0d8", sum.String(), "a changed form of events makes old databases another history: say so")
}

func TestSameNumberSameDigest(t *testing.T) {
	account := func(balance string) func(*generated.Router) {
		return func(b *generated.Router) { b.EmitAccount(domain.Account{Balance: udecimal.MustParse(balance)}) }
	}
	require.Equal(t, of(account("1")), of(account("1.00")))
	require.Equal(t, of(account("1.5")), of(account("1.50")))
	for _, other := range []string{"-1", "10", "0.1", "1.5", "340282366920938463463374607431768211456"} {
		require.NotEqual(t, of(account("1")), of(account(other)), other)
	}
}

func TestBlocksFollowEachOther(t *testing.T) {
	run := func(first string) digest.Sum {
		bus, d := generated.NewRouter(), digest.New()
		_, err := bus.Attach(d)
		require.NoError(t, err)
		for height := uint64(1); height <= 2; height++ {
			bus.BeginBlock(events.Block{Height: height})
			if height == 1 {
				party(first)(bus)
			}
			bus.EndBlock()
			require.Equal(t, height, d.Height())
		}
		return d.Sum()
	}
	require.Equal(t, run("a"), run("a"))
	require.NotEqual(t, run("a"), run("b"), "the digest of the second block includes the first")
}

// TestEveryFieldCounts emits each payload with zeros, and then with each of its fields changed, one at a time.
func TestEveryFieldCounts(t *testing.T) {
	emitter := reflect.TypeFor[generated.Emitter]()
	for i := range emitter.NumMethod() {
		name := emitter.Method(i).Name
		payload := emitter.Method(i).Type.In(0)
		emit := func(v reflect.Value) digest.Sum {
			return of(func(b *generated.Router) { reflect.ValueOf(b).MethodByName(name).Call([]reflect.Value{v}) })
		}
		seen := map[digest.Sum]string{emit(reflect.Zero(payload)): name}
		n := 0
		for place, v := range changes(payload, name) {
			n++
			sum := emit(v)
			require.NotContains(t, seen, sum, "%s is as %s", place, seen[sum])
			seen[sum] = place
		}
		require.NotZero(t, n, name)
	}
}

// changes returns values of a type that are zero except for one leaf, by the name of the leaf.
func changes(t reflect.Type, place string) map[string]reflect.Value {
	all := map[string]reflect.Value{}
	one := func(set func(reflect.Value)) {
		v := reflect.New(t).Elem()
		set(v)
		all[place] = v
	}
	switch {
	case t == reflect.TypeFor[domain.Decimal]():
		one(func(v reflect.Value) { v.Set(reflect.ValueOf(udecimal.One)) })
	case t == reflect.TypeFor[time.Time]():
		one(func(v reflect.Value) { v.Set(reflect.ValueOf(time.Unix(0, 7))) })
	case t.Kind() == reflect.String:
		one(func(v reflect.Value) { v.SetString("x") })
	case t.Kind() == reflect.Bool:
		one(func(v reflect.Value) { v.SetBool(true) })
	case t.Kind() >= reflect.Int && t.Kind() <= reflect.Int64:
		one(func(v reflect.Value) { v.SetInt(1) })
	case t.Kind() >= reflect.Uint && t.Kind() <= reflect.Uint64:
		one(func(v reflect.Value) { v.SetUint(1) })
	case t == reflect.TypeFor[events.List[string]]():
		one(func(v reflect.Value) { v.Set(reflect.ValueOf(events.ListOf("x"))) })
	case t == reflect.TypeFor[events.List[domain.LedgerEntry]]():
		return items(place, events.ListOf[domain.LedgerEntry])
	case t == reflect.TypeFor[events.List[domain.SettlementTrade]]():
		return items(place, events.ListOf[domain.SettlementTrade])
	case t == reflect.TypeFor[events.List[domain.FundingPayment]]():
		return items(place, events.ListOf[domain.FundingPayment])
	default:
		for i := range t.NumField() {
			for at, field := range changes(t.Field(i).Type, place+"."+t.Field(i).Name) {
				v := reflect.New(t).Elem()
				v.Field(i).Set(field)
				all[at] = v
			}
		}
	}
	return all
}

func items[T any](place string, list func(...T) events.List[T]) map[string]reflect.Value {
	var zero T
	all := map[string]reflect.Value{place: reflect.ValueOf(list(zero))}
	for at, item := range changes(reflect.TypeFor[T](), place+"[0]") {
		all[at] = reflect.ValueOf(list(item.Interface().(T)))
	}
	return all
}

func BenchmarkOnEvent(b *testing.B) {
	bus, d := generated.NewRouter(), digest.New()
	if _, err := bus.Attach(d); err != nil {
		b.Fatal(err)
	}
	bus.BeginBlock(block)
	order := domain.Order{ID: "M1-o123", Reference: "maker-1/7", Price: udecimal.MustFromInt64(10_000, 0), Size: 5, Remaining: 5}
	entries := events.ListOf(make([]domain.LedgerEntry, 2)...)
	b.ReportAllocs()
	for b.Loop() {
		bus.EmitOrder(order)
		bus.EmitLedgerMovement(domain.LedgerMovement{Entries: entries})
	}
}
