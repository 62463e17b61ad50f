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
	const message = "busgen: payload A can't be copied: values of a node are nested more than 100000 deep, most likely since one leads back to itself; " +
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
