// Package wire settles who gets what on a wired bus: for each event, which methods of which fields of a //busgen:wire
// struct are called, and in which order.
//
// The words: the vocabulary is what a generated package has to say, its events, their capabilities, and the method by which
// one is interested in each. A call is one method of one field that one event reaches. A miss is a method that looks like an
// interest and is none.
//
// Find tells, on syntax alone, whether a folder has wired structs. Build reads the types: Go's method sets decide, so promoted
// methods count, and so do methods of generic types. It finds all that is wrong with a struct at once.
package wire
