// Package staff is who works in the library: consumers that every run of it has, and that are therefore wired. See docs/wire.md.
package staff

//go:generate go tool busgen
