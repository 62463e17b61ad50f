package lock

import (
	"cmp"
	"slices"
)

// claim is a pair of number and name, and where it comes from. In a lock that busgen wrote, no two claims have the same number; after a
// merge, some may.
type claim struct {
	number uint32
	name   string
	line   int // where it is first made; 0 if it is made only by generated code
	fields []*claim

	live, retired bool // both, if one side retired it and the other did not
	sides         int  // how many sides of the merge make it
	common        bool // all sides make it
	base          bool // their common ancestor makes it
	code          bool // generated code makes it
	renamed       bool // the domain says that the name had this number under another name

	moved uint32 // the number that it had before; 0 if it keeps it
}

// claimKey is what a claim is about.
type claimKey struct {
	number uint32
	name   string
}

func (c *claim) key() claimKey { return claimKey{c.number, c.name} }

// same reports whether two claims are about the same number and name.
func (c *claim) same(d *claim) bool { return c.number == d.number && c.name == d.name }

func (c *claim) entry() entry {
	return entry{number: c.number, name: c.name, retired: !c.live, line: c.line}
}

// settle resolves contradictions: afterwards each number has one name, and each name at most one live number. No name is lost. The result
// does not depend on the order of the sides. next is the first number that was never used.
func settle(claims []*claim, next uint32) []*claim {
	byName := map[string][]*claim{}
	users := map[uint32]int{}
	for _, c := range claims {
		if users[c.number]++; c.live {
			byName[c.name] = append(byName[c.name], c)
		}
	}
	gone := map[*claim]bool{}
	for _, rivals := range byName {
		best := slices.MinFunc(rivals, func(a, b *claim) int { return betterNumber(a, b, users) })
		for _, c := range rivals {
			if c != best {
				c.live, c.retired = false, true
				gone[c] = users[c.number] > 1 // the other name keeps the number in the lock
			}
		}
	}
	kept := slices.DeleteFunc(slices.Clone(claims), func(c *claim) bool { return gone[c] })
	slices.SortFunc(kept, betterName)
	taken := map[uint32]bool{}
	for _, c := range kept {
		if taken[c.number] {
			c.moved, c.number = c.number, next
			next++
		}
		taken[c.number] = true
	}
	return kept
}

// betterNumber compares the numbers of one name: the better one is less.
func betterNumber(a, b *claim, users map[uint32]int) int {
	return cmp.Or(
		first(a.renamed, b.renamed),
		first(!a.retired, !b.retired), // one side retired the number and gave the name another one
		first(!a.left(), !b.left()),
		first(a.common, b.common),
		first(a.code, b.code),
		first(users[a.number] == 1, users[b.number] == 1),
		cmp.Compare(a.number, b.number),
	)
}

// betterName sorts by number, and compares the names of one number: the better one is less.
func betterName(a, b *claim) int {
	return cmp.Or(
		cmp.Compare(a.number, b.number),
		first(a.common, b.common),
		first(a.code, b.code),
		first(!a.live, !b.live), // a retired number may be stored somewhere
		cmp.Compare(a.name, b.name),
	)
}

// left reports whether one side left the number that the common ancestor has.
func (c *claim) left() bool { return c.base && !c.common }

// first compares two conditions: true is less than false.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// above returns the first number above all that are used.
func above(claims []*claim, least uint32) uint32 {
	for _, c := range claims {
		least = max(least, c.number+1)
	}
	return least
}
