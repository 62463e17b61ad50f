package measure

// Heap is live memory that the garbage collector has to mark: small objects that point to each other.
type Heap struct {
	next *Heap
	_    [6]int64
}

// NewHeap is a chain of objects of this many bytes together.
func NewHeap(bytes int) *Heap {
	var head *Heap
	for range bytes / 64 {
		head = &Heap{next: head}
	}
	return head
}
