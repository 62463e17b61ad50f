package domain

import "github.com/busgen/busgen/events"

// Moved says which way an actor went.
//
//busgen:event
type Moved struct {
	Actor
	Through events.List[Place]
}
