// Package lock keeps the permanent numbers of a generated package, in its busgen.lock: that of each event, which is the number
// of its kind, and within an event that of each field of its payload. A number is given once and never again: what is deleted
// from the domain stays in the lock as retired, and what comes back under its old name gets a new number. So a stored or
// remote event is never read as another one.
//
// The file has the import path of the domain package and one line per number, sorted, and is meant to be committed and merged:
//
//	source example.com/shop/domain
//	event 16 Order
//	field 16.1 Price
//	field 16.2 Volume retired
//	event 17 Cancelled retired
//
// After a merge it may have conflicts, numbers that two names have, and names that have two numbers. Next settles them: it reads each
// side as a lock of its own, collects who claims which number, and lets the best claim keep it. The generated code is a second witness
// of the numbers: it decides between equal claims, and shows that a lock was lost or edited.
package lock
