// Package library declares what can happen in a lending library, as plain data. It imports nothing
// from the bus.
package library

//go:generate go tool busgen
