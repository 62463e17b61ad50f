package events_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
)

// keptAlways is the number of slots that a lane never gives back.
const keptAlways = 16

// drawer is storage that says whether it holds a payload, and since which block.
type drawer struct {
	stamp events.Stamp
	lent  bool
	holds bool
	block int
}

func (d *drawer) Stamp() *events.Stamp { return &d.stamp }
func (d *drawer) Clear()               { d.holds = false }

var drawerType = events.NewType(999, "Drawer")

// cabinet is a lane whose leases end in the order in which they started, as on a bus, with a model
// of what it has to do.
type cabinet struct {
	lane    events.Lane
	t       require.TestingT
	lent    []*drawer
	made    int // calls of fresh
	block   int
	highest int // the most that were lent at once in this block
}

func (c *cabinet) lend() {
	d := c.lane.Free(func() events.Storage { c.made++; return &drawer{} }).(*drawer)
	if d.lent || d.holds && d.block < c.block {
		require.False(c.t, d.lent, "storage that is lent")
		require.False(c.t, d.holds && d.block < c.block, "storage that still holds the payload of an earlier block")
	}
	d.stamp.Lend(drawerType, events.Header{})
	d.lent, d.holds, d.block = true, true, c.block
	c.lent = append(c.lent, d)
	c.highest = max(c.highest, len(c.lent))
}

func (c *cabinet) end() {
	c.lent[0].stamp.End()
	c.lent[0].lent = false
	c.lent = c.lent[1:]
}

// endOfBlock ends what is lent, and returns the most that was lent at once.
func (c *cabinet) endOfBlock() int {
	for len(c.lent) > 0 {
		c.end()
	}
	c.lane.Clear()
	highest := c.highest
	c.block, c.highest = c.block+1, 0
	return highest
}

// atOnce lends n at once, and returns how many of them were new.
func (c *cabinet) atOnce(n int) (fresh int) {
	before := c.made
	for range n {
		c.lend()
	}
	return c.made - before
}

// drawWork does the work of one block: a random walk in which the number of those that are lent
// goes up and down.
func (c *cabinet) drawWork(t *rapid.T) {
	for range rapid.IntRange(0, 6).Draw(t, "turns") {
		for range rapid.IntRange(0, 30).Draw(t, "lend") {
			c.lend()
		}
		for range rapid.IntRange(0, len(c.lent)).Draw(t, "end") {
			c.end()
		}
		for range rapid.IntRange(0, 40).Draw(t, "chain") { // each ends after it has caused the next
			c.lend()
			c.end()
		}
	}
}

// TestLane: storage is never handed out while it is lent, and never with the payload of an earlier
// block.
func TestLane(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &cabinet{t: t}
		for range rapid.IntRange(1, 5).Draw(t, "blocks") {
			c.drawWork(t)
			c.endOfBlock()
		}
		c.atOnce(c.made)
	})
}

// TestLaneDropsPayloads: at the end of a block, no slot holds a payload, also if more was needed
// when the lane had gone round.
func TestLaneDropsPayloads(t *testing.T) {
	c := &cabinet{t: t}
	c.atOnce(2)
	all := slices.Clone(c.lent)
	c.end()
	c.atOnce(2)
	all = append(all, c.lent...)
	c.endOfBlock()
	require.Equal(t, 3, c.made)
	for _, d := range all {
		require.False(t, d.holds)
	}
}

// TestLaneKeeps: after two blocks, storage for what both needed at once is there, at least 16 of
// what was ever needed.
func TestLaneKeeps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &cabinet{t: t}
		c.drawWork(t)
		before := c.endOfBlock()
		for range rapid.IntRange(1, 4).Draw(t, "blocks") {
			c.drawWork(t)
			last := c.endOfBlock()
			keeps := max(min(before, last), min(c.made, keptAlways))
			require.Zero(t, c.atOnce(keeps), "%d and %d were needed, %d are kept", before, last, keeps)
			before = c.endOfBlock()
		}
	})
}

// TestLaneGivesBack: after a burst, two blocks later at most so many are kept as both needed at
// once, or 16. Long chains, of which few are lent at once, do not count as need.
func TestLaneGivesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &cabinet{t: t}
		c.atOnce(100)
		c.endOfBlock()
		var needed [2]int
		for i := range needed {
			c.drawWork(t)
			needed[i] = c.endOfBlock()
		}
		keeps := max(keptAlways, min(needed[0], needed[1]))
		require.GreaterOrEqual(t, c.atOnce(keeps+50), 50, "%v were needed at once, more than %d are kept", needed, keeps)
	})
}

// TestChunk: chunks of handles grow from few to many, so that rare events cost little and frequent
// ones are rarely allocated.
func TestChunk(t *testing.T) {
	require.Equal(t, 8, events.Chunk(0))
	for last := range 1000 {
		next := events.Chunk(last)
		require.True(t, next >= 8 && next <= 256 && (next >= last || last > 256))
	}
	require.Equal(t, 256, events.Chunk(256))
}
