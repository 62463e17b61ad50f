package domain

// Hit reports that a target was struck.
//
//busgen:event
type Hit struct {
	Place
	By, Target string
	Damage     int64
}

// Score returns one point for each unit of damage.
func (h Hit) Score() int64 { return h.Damage }
