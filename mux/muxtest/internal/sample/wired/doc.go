// Package wired has wired buses of the sample's events, for the tests of what a wired bus promises.
package wired

//go:generate go run github.com/busgen/busgen/cmd/busgen
