// Package emit writes the generated package from the model: the only stage that knows jennifer. It decides nothing about
// which event reaches whom; that is in the model.
//
// One file per event and per capability, so that a change of the domain shows as a change of few files:
//
//	trade_event.go        the event's interfaces, its concrete type, its way through the router
//	pnl_capability.go     the capability's interfaces
//	router.go, table.go   the router and its lists of consumers
//	emitter.go, visitor.go, guard.go, clone.go
package emit
