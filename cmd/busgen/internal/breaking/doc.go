// Package breaking compares two versions of generated code, and reports what readers of old events and consumers lose. It compares events
// and fields by their permanent numbers, so a new name is not a change.
//
// It reads only the generated package of a version: the numbers in the lock, the types of fields in the lines that guard against stale
// code, and the capabilities of an event in the calls of its consumers.
package breaking
