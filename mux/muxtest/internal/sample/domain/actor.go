package domain

// Actor is who does something, and where. So whatever has an actor has a place.
//
//busgen:capability
type Actor struct {
	Place
	Name string
}
