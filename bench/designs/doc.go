// Package designs measures designs that were tried and not taken, each beside what there is, in the smallest program that shows the
// difference:
//
//	go -C bench test -run '^$' -bench . ./designs
//
// docs/performance.md says what follows from it.
package designs
