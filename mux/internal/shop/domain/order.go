// Package domain is a shop, for tests of the runtime.
package domain

//go:generate go run github.com/busgen/busgen/cmd/busgen -out ../generated

// Item is what somebody buys or returns.
//
//busgen:capability
type Item struct{ Name string }

// Order says that somebody bought an item.
//
//busgen:event
type Order struct {
	Item
	Price int64
	Notes []string
}
