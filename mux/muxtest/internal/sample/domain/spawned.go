package domain

import "time"

// Spawned says that an actor came into the game.
//
//busgen:event
type Spawned struct {
	Actor
	At time.Time
}
