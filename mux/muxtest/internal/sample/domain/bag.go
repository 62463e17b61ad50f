package domain

// Bag holds the items that somebody carries.
//
//busgen:capability
type Bag struct{ Items []string }
