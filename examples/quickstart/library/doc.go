// Package library is what can happen in a lending library, as plain data. It knows nothing of the bus.
package library

//go:generate go tool busgen
