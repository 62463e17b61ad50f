package events_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
)

func TestList(t *testing.T) {
	items := []string{"a", "b", "c"}
	l := events.ListOf(items...)
	items[0] = "spoilt"
	require.Equal(t, 3, l.Len())
	require.Equal(t, "a", l.At(0), "the items are copies")
	require.Equal(t, "c", l.At(2))

	var seen []string
	for i, item := range l.All() {
		require.Equal(t, len(seen), i)
		seen = append(seen, item)
	}
	require.Equal(t, []string{"a", "b", "c"}, seen)
	for i := range l.All() {
		require.Zero(t, i)
		break
	}
	require.Panics(t, func() { l.At(3) })
	require.Panics(t, func() { l.At(-1) })
}

func TestEmptyList(t *testing.T) {
	var zero events.List[int]
	require.Zero(t, zero.Len())
	require.Equal(t, zero, events.ListOf[int]())
	require.Equal(t, zero, events.ListOf([]int{}...))
	for range zero.All() {
		t.Fatal("an empty list has no items")
	}
	require.Panics(t, func() { zero.At(0) })
}

// Copies of a list, and reading its items, cost no memory.
func TestListIsShared(t *testing.T) {
	l := events.ListOf(1, 2, 3)
	sum := 0
	require.Zero(t, testing.AllocsPerRun(100, func() {
		shared := l
		for i := range shared.Len() {
			sum += shared.At(i)
		}
	}))
	require.NotZero(t, sum)
}
