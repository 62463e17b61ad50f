package domain

// Epoch says that one of the network's epochs, its accounting periods, starts or ends.
//
//busgen:event
type Epoch struct {
	Number uint64
	Action EpochAction
}
