package domain

// Scored is implemented by payloads that are worth points.
//
//busgen:capability
type Scored interface {
	// Score returns the number of points.
	Score() int64
}
