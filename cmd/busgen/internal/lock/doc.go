// Package lock keeps the permanent numbers of a generated package in its busgen.lock: of each event, which is the number of its kind, and
// within an event of each field of its payload. A number is never given twice: events and fields that are deleted from the domain stay in
// the lock as retired, and one that comes back under its old name gets a new number. So a stored or remote event is never read as another
// one.
//
// The file has the import paths of the domain packages and one line per number, sorted. It is meant to be committed and merged:
//
//	source example.com/shop/domain
//	event 16 Order
//	field 16.1 Price
//	field 16.2 Volume retired
//	event 17 Cancelled retired
//
// After a merge, the file may have conflicts, numbers with two names, and names with two numbers. Next resolves them: it reads each side as
// a lock of its own, collects the claims to each number, and lets the best claim keep it. The numbers in the generated code decide between
// equal claims, and show that a lock was lost or edited.
package lock
