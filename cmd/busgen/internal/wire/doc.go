// Package wire finds the calls of a wired bus: for each event, which methods of which fields of a //busgen:wire struct are
// called, and in which order.
//
// The vocabulary of a generated package lists its events, their capabilities, and the consumer methods for both. A call is one
// method of one field, for one event. A miss is a method that only looks like a consumer method.
//
// Find looks for wired structs in the syntax. Build reads the types: Go's method sets decide, so promoted methods and methods of generic
// types count. It reports everything that is wrong with a struct at once.
package wire
