// Package domain declares the payloads of the measured buses that the trading domain does not have:
// a small one, and one of slices.
package domain

//go:generate go tool busgen
