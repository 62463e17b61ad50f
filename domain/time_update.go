package domain

import "time"

// TimeUpdate says that the core's clock moved.
//
//busgen:event
type TimeUpdate struct {
	Time time.Time
}
