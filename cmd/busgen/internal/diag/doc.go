// Package diag holds findings about the input as data: the place, the cause, related places, and what to type instead. Every stage collects
// them in a List. The command line prints the list once, sorted. No code below main exits or panics because of the input.
package diag
