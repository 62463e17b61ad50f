// Package model describes the domain packages of one bus without the type checker: their events and capabilities, which event has which
// capability, the types that they consist of, and how a value of each type is copied.
//
// Build makes a Package from loaded ones. It reports only what can't be part of a model. Package check reports everything else.
package model
