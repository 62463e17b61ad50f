package domain

// Given reports that one actor handed items to another.
//
//busgen:event
type Given struct {
	Bag
	From, To string
	Note     *string // nil if there is none
	Parcels  []Parcel
	Tally    [2][]int64 // item counts of the giver and the taker
}

// Parcel is a labelled box, which may hold other parcels.
type Parcel struct {
	Label  string
	Inside []*Parcel
	Stamps map[string][]string
}
