package positions

import "github.com/busgen/busgen/domain"

// Emitter is what the plug-in needs of a bus.
type Emitter interface {
	EmitPositionUpdated(domain.PositionUpdated)
}
