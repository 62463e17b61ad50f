package events_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
)

type node struct{ next *node }

func copyNode(c *events.Copies, n *node) {
	c.Enter("a node")
	n.next = events.CopyPointer(c, n.next, copyNode)
	c.Leave()
}

// TestCycle: the copy of a value that is part of itself ends in a panic that says so, and the storage can be used again.
func TestCycle(t *testing.T) {
	const message = "busgen: payload A can't be copied: a value of a node leads back to itself, or is nested more than 100000 deep; " +
		"break the cycle, such as by an ID in place of a pointer"
	cycle := &node{}
	cycle.next = cycle
	long := &node{}
	for range 99_000 {
		long = &node{long}
	}
	var c events.Copies
	for range 2 {
		for _, c := range []*events.Copies{&c, events.Once("payload A")} {
			c.Start("payload A")
			n := *cycle
			require.PanicsWithValue(t, message, func() { copyNode(c, &n) })
			c.Start("payload A")
			n = *long
			copyNode(c, &n)
			for a, b := n.next, long.next; b != nil; a, b = a.next, b.next {
				require.False(t, a == nil || a == b)
			}
		}
	}
}

// family is a tree whose parts know the whole, of three types, some of which share addresses.
type (
	family struct {
		First  member
		Rest   []member
		ByName map[string]member
		Shared *member
	}
	member struct {
		Self   inner
		Family *family
		Many   []int
	}
	inner struct{ Others []*family }
)

func copyFamily(c *events.Copies, f *family) {
	c.Enter("family")
	copyMember(c, &f.First)
	f.Rest = events.CopySlice(c, f.Rest, copyMember)
	f.ByName = events.CopyMap(c, f.ByName, copyMember)
	f.Shared = events.CopyPointer(c, f.Shared, copyMember)
	c.Leave()
}

func copyMember(c *events.Copies, m *member) {
	c.Enter("member")
	copyInner(c, &m.Self)
	m.Family = events.CopyPointer(c, m.Family, copyFamily)
	m.Many = events.CopySlice(c, m.Many, nil)
	c.Leave()
}

func copyInner(c *events.Copies, i *inner) {
	c.Enter("inner")
	i.Others = events.CopySlice(c, i.Others, func(c *events.Copies, p **family) { *p = events.CopyPointer(c, *p, copyFamily) })
	c.Leave()
}

// TestNoCycle: a long value in which several parts refer to one other part is no cycle. One that is, is found before it needs much memory.
func TestNoCycle(t *testing.T) {
	shared := &member{Many: []int{1}}
	leaf := &family{Shared: shared}
	last := leaf
	for i := range 3000 {
		next := &family{First: member{Self: inner{[]*family{leaf}}, Many: []int{i}}, Shared: shared}
		switch m := (member{Family: last, Self: inner{[]*family{leaf, leaf}}}); i % 4 {
		case 0:
			next.Rest = []member{{}, m, {Family: leaf}}
		case 1:
			next.ByName = map[string]member{"a": m, "b": {Family: leaf}}
		case 2:
			next.Shared = &m
		case 3:
			next.First.Self.Others = []*family{leaf, last}
		}
		last = next
	}
	c := events.Once("payload A")
	f := *last
	copyFamily(c, &f)
	require.Equal(t, last, &f)

	parent := &family{Rest: make([]member, 10_000)}
	for i := range parent.Rest {
		parent.Rest[i].Family = parent
	}
	for range 1500 { // of which some lead to the cycle
		parent.Rest[0] = member{Family: &family{First: member{Family: parent}}}
		parent = &family{Rest: []member{{Family: leaf}, {Family: parent}}}
	}
	f = *parent
	c.Start("payload A")
	require.PanicsWithValue(t, "busgen: payload A can't be copied: a value of family leads back to itself, or is nested more than 100000 deep; "+
		"break the cycle, such as by an ID in place of a pointer", func() { copyFamily(c, &f) })
}

// TestOnce: storage for a single copy is never used again.
func TestOnce(t *testing.T) {
	c := events.Once("payload A")
	slice := events.CopySlice(c, []int{1}, nil)
	table := events.CopyMap(c, map[int]int{1: 1}, nil)
	c.Reset()
	events.CopySlice(c, []int{2}, nil)
	events.CopyMap(c, map[int]int{2: 2}, nil)
	require.Equal(t, []int{1}, slice)
	require.Equal(t, map[int]int{1: 1}, table)
}
