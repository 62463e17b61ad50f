// Package domain is a small game, for the tests of mux and muxtest: what can happen to actors on a board. It has each shape of payload
// that the runtime treats differently: plain, with an immutable list, and with slices, maps and pointers that are copied.
package domain

//go:generate go run github.com/busgen/busgen/cmd/busgen -out ../generated
