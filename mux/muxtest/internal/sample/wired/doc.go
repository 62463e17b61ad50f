// Package wired has wired buses of the sample's events, for tests of their guarantees.
package wired

//go:generate go run github.com/busgen/busgen/cmd/busgen
