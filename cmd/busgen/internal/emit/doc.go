// Package emit writes the generated package from the model, and wired buses from package wire. It is the only stage that uses
// jennifer.
//
// Each event and each capability has a file, so that a change of the domain changes few files:
//
//	event.go            the package comment, and what all events share
//	trade_event.go      the event's interfaces, handle, view, storage and consumers
//	pnl_capability.go   the capability's interfaces and view
//	leg_view.go         the view of any other struct
//	router.go           the router
//	signatures.go       the check for methods that look like consumer methods
//	emitter.go          the interfaces with a method for each event
//	copy.go             the copy functions of types that have no view
//	vocabulary.go       what wired buses compare with what they were generated for
//	0_guard.go          the lines that stop compiling when the domain changes
package emit
