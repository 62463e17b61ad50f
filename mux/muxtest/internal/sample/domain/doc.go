// Package domain describes a small game, for the tests of mux and muxtest. It has each shape of
// payload that the runtime treats differently: plain, with an immutable list, and with slices, maps
// and pointers, which are copied.
package domain

//go:generate go run github.com/busgen/busgen/cmd/busgen -out ../generated
