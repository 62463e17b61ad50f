package domain

// Account is the balance of an account after it changed.
//
//busgen:event
type Account struct {
	ID      AccountID
	Balance Decimal // asset units
}
