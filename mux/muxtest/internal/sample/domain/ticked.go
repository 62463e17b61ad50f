package domain

// Ticked reports that the game's clock advanced. It has no capability.
//
//busgen:event
type Ticked struct{ Number int64 }
