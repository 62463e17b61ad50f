package run

import "github.com/busgen/busgen/generated"

// late is an emitter that gets its bus when there is one: the positions plug-in is made before the bus whose field it is.
type late struct {
	generated.PositionUpdatedEmitter
}
