// Package breaking compares two versions of generated code and says what is lost for those who read old events, or consume new ones by
// what they had. Events and fields are compared by their permanent numbers, so that a new name is no change.
//
// All that it knows of a version is in its generated package: the numbers in the lock, the types of fields in the lines that guard against
// stale code, and the capabilities of an event in the calls of its consumers.
package breaking
