package domain

// Place is a square of the board, in steps from the corner.
//
//busgen:capability
type Place struct{ X, Y int64 }
