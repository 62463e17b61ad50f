package domain

import (
	"time"

	"github.com/busgen/busgen/events"
)

// Mapped reports which part of the board an actor knows.
//
//busgen:event
type Mapped struct {
	Actor
	Paths [][]Place
	Seen  map[string]*Place
	Times events.List[time.Time]
}
