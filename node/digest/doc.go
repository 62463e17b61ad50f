// Package digest sums up what a core has emitted: one digest a block, over every byte of every event, boundaries included.
//
// The same commands give the same events, and so the same digests, in any process on any machine; the first block whose digest differs
// is where two runs part. Each digest goes on from the one before, so that the last one speaks for all blocks.
//
// An event is written down without ambiguity: its kind, its header, and its payload field by field, strings and lists with their
// lengths, decimals in their shortest form, times in nanoseconds. How a payload is written is worked out once a type, by reflection: a new
// type of event needs one line in visitor.go, without which it does not compile.
//
// Proof: TestEveryFieldCounts (a change of any field of any payload changes the digest), TestSameEventsSameDigest, TestGolden.
package digest
