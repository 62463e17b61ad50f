// Package recorded has a wired bus with a recorder as a field.
package recorded

import (
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

//go:generate go run github.com/busgen/busgen/cmd/busgen

// Consumers are a recorder, and a router for consumers that attach at run time.
//
//busgen:wire
type Consumers struct {
	Recorder *muxtest.Recorder
	Router   *generated.Router
}
