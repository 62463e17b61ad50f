// Package staff has the consumers that every run of the library has, and that are therefore wired.
// See docs/wire.md.
package staff

//go:generate go tool busgen
