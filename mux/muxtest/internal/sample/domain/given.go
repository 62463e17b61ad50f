package domain

// Given says that one actor handed things to another.
//
//busgen:event
type Given struct {
	Bag
	From, To string
	Note     *string // nil if nothing was said
	Parcels  []Parcel
	Tally    [2][]int64 // what the giver and the taker carry now
}

// Parcel is things under one wrapping, which may hold other parcels.
type Parcel struct {
	Label  string
	Inside []*Parcel
	Stamps map[string][]string
}
