package mux

// detector says whether the race detector is on.
const detector = false
