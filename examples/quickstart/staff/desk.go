package staff

// Desk is the staff on a quiet day. They take events by value and by pointer only, so that no event needs memory of its own.
//
//busgen:wire
type Desk struct {
	Clerk, Trainee *Clerk
}

// House is all staff, in the order in which they hear of an event.
//
//busgen:wire
type House struct {
	Clerk     *Clerk
	Librarian *Librarian
	*Porter
}
