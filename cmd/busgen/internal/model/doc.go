// Package model says what a domain package declares, in terms that need no type checker any more: its events, its
// capabilities, which event has which, the types that they are made of, and how a value of each is copied.
//
// Build makes a Package from a loaded one. What is wrong with it is mostly not found here but by package check, which walks
// the finished model; only what can't be put into a model at all is reported by Build.
package model
