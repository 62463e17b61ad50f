package domain

// PositionUpdated is a position after the positions plug-in changed it.
//
//busgen:event
type PositionUpdated struct {
	Position
}
