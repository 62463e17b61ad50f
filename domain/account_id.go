package domain

// AccountID says which account: there is one for each combination.
type AccountID struct {
	Owner    string // the party, or empty for the system's own accounts
	MarketID string // empty when the account belongs to no market
	Asset    string
	Type     AccountType
}
