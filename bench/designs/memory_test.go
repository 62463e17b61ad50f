package designs

import (
	"strconv"
	"testing"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/ours"
)

// BenchmarkValue is of a router and 1 or 16 consumers by value, called from a stack as it is and from one that is 8 bytes further.
func BenchmarkValue(b *testing.B) {
	pool := domain.NewPool()
	for _, fanout := range []int{1, 16} {
		router := generated.NewRouter()
		for range fanout {
			if _, err := router.Attach(new(ours.ByValue)); err != nil {
				b.Fatal(err)
			}
		}
		router.BeginBlock(ours.Block())
		emit := func(n int) {
			for i := range n {
				router.EmitTrade(*pool.At(uint64(i)))
			}
		}
		b.Run(strconv.Itoa(fanout)+" as it is", func(b *testing.B) { asItIs(b.N, emit) })
		b.Run(strconv.Itoa(fanout)+" further", func(b *testing.B) { further(b.N, emit) })
	}
}

//go:noinline
func asItIs(n int, f func(int)) { f(n) }

//go:noinline
func further(n int, f func(int)) {
	var eight [1]int
	use(&eight)
	f(n)
	use(&eight)
}

//go:noinline
func use(a *[1]int) { a[0]++ }

// BenchmarkChunk is of making room for events in chunks of so many KiB, and writing them.
func BenchmarkChunk(b *testing.B) {
	pool := domain.NewPool()
	for _, kib := range []int{8, 16, 32} {
		b.Run(strconv.Itoa(kib)+" KiB", func(b *testing.B) {
			size := (kib<<10 - 8) / 160
			var chunk []whole
			for i := range b.N {
				if len(chunk) == cap(chunk) {
					chunk = make([]whole, 0, size)
				}
				chunk = chunk[:len(chunk)+1]
				e := &chunk[len(chunk)-1]
				e.number[1] = uint64(i)
				e.payload = *pool.At(uint64(i))
			}
		})
	}
}
