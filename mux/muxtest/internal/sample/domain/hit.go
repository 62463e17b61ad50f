package domain

// Hit says that something was struck.
//
//busgen:event
type Hit struct {
	Place
	By, Target string
	Damage     int64
}

// Score is one point for each unit of damage.
func (h Hit) Score() int64 { return h.Damage }
