package staff

import "github.com/busgen/busgen/events"

// Porter counts all events.
type Porter struct {
	Watch  Watch
	Events int
}

// OnEvent receives every event, boundaries included.
func (p *Porter) OnEvent(e events.Event) {
	p.Events++
	if p.Watch != nil {
		p.Watch("porter", "OnEvent", e)
	}
}
