package domain

// Ticked says that the game's clock went on. It has no capability.
//
//busgen:event
type Ticked struct{ Number int64 }
