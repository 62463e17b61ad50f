package payload

import (
	"slices"
	"strconv"

	"github.com/busgen/busgen/bench/domain"
)

// Listings are payloads of three slices of eight strings each.
var Listings = newPool(func(i int) domain.Listing {
	return domain.Listing{Names: eight("name", i), Tags: eight("tag", i), Notes: eight("note", i)}
}, ReadListing, ownListing)

// ReadListing reads the three slices, one of them at an index.
func ReadListing(l *domain.Listing) uint64 {
	return uint64(len(l.Names) + len(l.Tags[3]) + len(l.Notes))
}

func ownListing(l *domain.Listing) {
	l.Names, l.Tags, l.Notes = slices.Clone(l.Names), slices.Clone(l.Tags), slices.Clone(l.Notes)
}

func eight(of string, i int) []string {
	all := make([]string, 8)
	for at := range all {
		all[at] = of + "-" + strconv.Itoa(i*at)
	}
	return all
}
