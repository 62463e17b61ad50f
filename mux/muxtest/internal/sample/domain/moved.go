package domain

import "github.com/busgen/busgen/events"

// Moved reports the squares through which an actor went.
//
//busgen:event
type Moved struct {
	Actor
	Through events.List[Place]
}
