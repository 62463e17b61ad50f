package staff

// Desk has the staff of a quiet day. They take events by value, which allocates nothing.
//
//busgen:wire partial
type Desk struct {
	Clerk, Trainee *Clerk
}

// House has all staff, in the order in which an event reaches them.
//
//busgen:wire
type House struct {
	Clerk     *Clerk
	Librarian *Librarian
	*Porter
}
