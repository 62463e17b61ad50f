// Package digest computes one digest for each block of a core, over every byte of every event, boundaries included.
//
// The same commands give the same events, and so the same digests, in every process and on every machine. The first block whose digest
// differs is where two runs differ first. Each digest includes the one before, so that the last one stands for all blocks.
//
// Events are written without ambiguity: kind, header, and payload field by field; strings and lists with their lengths, decimals in
// their shortest form, times in nanoseconds. Reflection finds out once, for each type of payload, how it is written. A new event needs
// one method in visitor.go, without which the package does not compile.
//
// Proof: TestEveryFieldCounts (a change of any field of any payload changes the digest), TestSameEventsSameDigest, TestGolden.
package digest
