package domain

// WorkflowError is the capability of events that say that something could not be done. Failing is a result like any
// other: it is an event, not an error of the bus.
//
//busgen:capability
type WorkflowError interface {
	// Failure returns why it could not be done.
	Failure() string
}
