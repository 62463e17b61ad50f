// Package lock keeps the permanent numbers of a domain: those of its events and of their fields. They are in the file
// busgen.lock in the output folder, written by busgen and committed, so that recorded streams stay readable whatever happens
// to the order, or to the names, of the source.
//
// The file has one line for each number, sorted by number:
//
//	event 16 Trade
//	field 16.1 Buyer
//	field 16.2 Seller retired
//	event 17 Order retired
//
// A number is never reused. What is no longer in the domain is retired, and stays retired: the same name, added again,
// is something new and gets a new number. The numbers 1 to 15 of events belong to the boundaries.
package lock
