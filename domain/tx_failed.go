package domain

// TxFailed says that a party's transaction had no effect.
//
//busgen:event
type TxFailed struct {
	Party
	Error string
}

// Failure returns the error.
func (t TxFailed) Failure() string { return t.Error }
