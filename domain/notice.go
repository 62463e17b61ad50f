package domain

// Notice says only that something happened which has no payload of its own here.
//
//busgen:event
type Notice struct {
	Type string // the name of what happened
}
