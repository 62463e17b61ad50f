// Package opaque has types of another module, which are copied in one way each.
package opaque

import (
	"maps"
	"math/rand/v2"
	"slices"
)

// ID is a plain value.
type ID string

// Rank is a key of maps that has a method to order it by.
type Rank struct{ n int }

// Compare compares ranks.
func (r Rank) Compare(to Rank) int { return r.n - to.n }

// Blob is copied by a function that a domain marks.
type Blob struct{ items []int }

// CopyBlob copies a Blob.
func CopyBlob(b Blob) Blob { return Blob{slices.Clone(b.items)} }

// Message is copied by a function of pointers.
type Message struct{ items []int }

// CopyMessage copies a message.
func CopyMessage(m *Message) *Message { return &Message{slices.Clone(m.items)} }

// Shape is copied by a function of the interface.
type Shape interface{ Corners() []int }

type square struct{ corners []int }

func (s *square) Corners() []int { return s.corners }

// CopyShape copies a shape.
func CopyShape(s Shape) Shape { return &square{slices.Clone(s.Corners())} }

// Cloner has a method that copies it.
type Cloner struct{ items []int }

// Clone copies it.
func (c Cloner) Clone() Cloner { return Cloner{slices.Clone(c.items)} }

// Deep has a method that copies it into another one.
type Deep struct{ items map[string]int }

// DeepCopyInto copies it.
func (d *Deep) DeepCopyInto(out *Deep) { out.items = maps.Clone(d.items) }

// Half shows some of its fields, and hides plain values.
type Half struct {
	Shown  int
	hidden int
}

// Odd has a part whose type has no exported name.
type Odd struct {
	Part   odd
	Number int
}

type odd struct{ N int }

// Fill sets a value of this package at random, and reports whether p points to one.
func Fill(r *rand.Rand, p any) bool {
	switch p := p.(type) {
	case *Blob:
		p.items = []int{r.IntN(9), r.IntN(9)}
	case *Rank:
		p.n = r.IntN(50)
	case *Message:
		p.items = []int{r.IntN(9)}
	case *Shape:
		*p = nil
		if n := r.IntN(9); n > 2 {
			*p = &square{[]int{n}}
		}
	case *Cloner:
		p.items = []int{r.IntN(9)}
	case *Deep:
		p.items = map[string]int{"a": r.IntN(9)}
	case *Half:
		*p = Half{r.IntN(9), r.IntN(9)}
	case *Odd:
		*p = Odd{odd{r.IntN(9)}, r.IntN(9)}
	default:
		return false
	}
	return true
}

// Spoil changes what a value of this package refers to, and reports whether v is one.
func Spoil(v any) bool {
	switch v := v.(type) {
	case Blob:
		for i := range v.items {
			v.items[i] = -1
		}
	case Cloner:
		for i := range v.items {
			v.items[i] = -1
		}
	case Message:
		for i := range v.items {
			v.items[i] = -1
		}
	case *square:
		v.corners[0] = -1
	case Deep:
		clear(v.items)
	case Half, Odd, Rank:
	default:
		return false
	}
	return true
}
