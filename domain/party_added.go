package domain

// PartyAdded says that the core has come to know a party.
//
//busgen:event
type PartyAdded struct {
	Party
}
