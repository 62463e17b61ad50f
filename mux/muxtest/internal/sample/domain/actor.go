package domain

// Actor is a player and the square on which it stands.
//
//busgen:capability
type Actor struct {
	Place
	Name string
}
