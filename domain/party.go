package domain

// Party is the capability of events that concern one party.
//
//busgen:capability
type Party struct {
	PartyID string
}
