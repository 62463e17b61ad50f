// Package diag holds what busgen has to say about its input, as data: where, what, which other places have to do with it,
// and what to type instead. Every stage collects into a List; the command line prints the list once, sorted, and nobody
// below main exits or panics because of the input.
package diag
