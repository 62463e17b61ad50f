package contract

import (
	"runtime"
	"strings"
	"testing"
	"unsafe"
	"weak"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/wired"
)

// sampleBuses returns buses of the sample whose consumers answer each Ticked with so many nested
// events of Hit, Given, Looted and Mapped.
func sampleBuses(t *testing.T, nested *int, emit func(generated.Emitter)) map[string]sampleBus {
	router, inside := generated.NewRouter(), generated.NewRouter()
	static := wired.NewOpenBus(wired.Open{Adder: &wired.Adder{}, Router: inside})
	answer := func(b sampleBus) any {
		return generated.TickedFunc(func(generated.TickedEvent) {
			for range *nested {
				emit(b)
			}
		})
	}
	attach(t, router, &wired.Adder{})
	attach(t, router, answer(router))
	attach(t, inside, answer(static))
	return map[string]sampleBus{"router": router, "wired": static}
}

// TestBurstIsGivenBack: at the end of a block a bus gives back the storage of a burst of nested
// events, and so it does for one large payload.
func TestBurstIsGivenBack(t *testing.T) {
	const burst, much, little = 16_000, 8 << 20, 1 << 20
	g, l, m := given(1), looted(2), mapped(3)
	nested := burst
	for name, b := range sampleBuses(t, &nested, func(b generated.Emitter) {
		b.EmitGiven(g)
		b.EmitLooted(l)
		b.EmitMapped(m)
	}) {
		t.Run(name, func(t *testing.T) {
			before := heap()
			b.BeginBlock(block(1))
			b.EmitTicked(ticked(1))
			require.Greater(t, heap(), before+much)
			b.EndBlock()
			require.Less(t, heap(), before+little)

			large := domain.Given{Parcels: make([]domain.Parcel, 1<<18)}
			b.BeginBlock(block(2))
			b.EmitGiven(large)
			require.Greater(t, heap(), before+much)
			runtime.KeepAlive(large)
			large = domain.Given{}
			b.EndBlock()
			b.BeginBlock(block(3))
			b.EmitGiven(g)
			b.EndBlock()
			require.Less(t, heap(), before+little)
			runtime.KeepAlive(b)
		})
	}
}

// heap returns the bytes that are in use.
func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// TestPayloadsAreNotHeld: after the end of a block a bus refers to nothing of its payloads, neither
// of those that the driver emitted nor of nested ones.
func TestPayloadsAreNotHeld(t *testing.T) {
	nested := 3
	var held []weak.Pointer[byte]
	text := func() string {
		s := strings.Repeat("a long name ", 100)
		held = append(held, weak.Make(unsafe.StringData(s)))
		return s
	}
	emit := func(b generated.Emitter) {
		note := text()
		b.EmitHit(domain.Hit{By: text()})
		b.EmitGiven(domain.Given{Bag: domain.Bag{Items: []string{text()}}, From: text(), Note: &note,
			Parcels: []domain.Parcel{{Label: text(), Inside: []*domain.Parcel{{Label: text()}},
				Stamps: map[string][]string{text(): {text()}}}}})
		b.EmitLooted(domain.Looted{Worth: map[string]int64{text(): 1}})
		b.EmitMapped(domain.Mapped{Seen: map[string]*domain.Place{text(): {}}})
	}
	for name, b := range sampleBuses(t, &nested, emit) {
		t.Run(name, func(t *testing.T) {
			held = nil
			b.BeginBlock(block(1))
			emit(b)
			b.EmitTicked(ticked(1))
			runtime.GC()
			alive := 0
			for _, p := range held {
				if p.Value() != nil {
					alive++
				}
			}
			require.NotZero(t, alive, "otherwise the end of the block proves nothing")
			b.EndBlock()
			runtime.GC()
			for i, p := range held {
				require.Nil(t, p.Value(), "text %d of %d", i, len(held))
			}
			runtime.KeepAlive(b)
		})
	}
}
