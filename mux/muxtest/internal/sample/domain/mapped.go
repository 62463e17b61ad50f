package domain

// Mapped says how much of the board an actor knows.
//
//busgen:event
type Mapped struct {
	Actor
	Paths [][]Place
	Seen  map[string]*Place
}
