package measure

// Live is how much memory is alive beside the buses, as in a program that does something. With next
// to none, the garbage collector would run every 4 MiB.
const Live = 64 << 20

// heap is live memory that the garbage collector has to mark: a million small objects that point to
// each other.
type heap struct {
	next *heap
	_    [7]int64
}

func newHeap() *heap {
	var head *heap
	for range Live / 64 {
		head = &heap{next: head}
	}
	return head
}
