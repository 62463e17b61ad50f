package domain

// Scored is whatever is worth points.
//
//busgen:capability
type Scored interface {
	// Score is how many points.
	Score() int64
}
