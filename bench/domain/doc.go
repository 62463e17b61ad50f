// Package domain is what the measured buses carry: Trade, and 79 small event types beside it.
package domain

//go:generate go run ./write
//go:generate go run github.com/busgen/busgen/cmd/busgen
