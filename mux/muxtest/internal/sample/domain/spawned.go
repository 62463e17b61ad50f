package domain

import "time"

// Spawned reports that an actor entered the game.
//
//busgen:event
type Spawned struct {
	Actor
	At time.Time
}
