// Package busgen is the root of the project and has no code: its tests keep the structure of the whole.
//
// The generator is cmd/busgen, what its output needs are the packages events and mux, and mux/muxtest is for tests of plug-ins.
// The packages domain, generated and plugins/positions are its reference use, a trading domain.
package busgen
