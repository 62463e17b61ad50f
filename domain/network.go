package domain

// Network is the party name of the protocol itself, which takes over positions that are closed out.
const Network = "network"
