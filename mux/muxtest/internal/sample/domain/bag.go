package domain

// Bag is what somebody carries.
//
//busgen:capability
type Bag struct{ Items []string }
