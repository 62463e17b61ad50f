// Package cache remembers which runs have nothing to do.
//
// A state is one SHA-256 of all that a run depends on and of all that it made of that: busgen itself, what it read, the options, and
// the files in the output folder. A run that had no findings is sure that its state, once written, stays as it is; it remembers that by an
// empty file of the state's name. A run that finds its state remembered is over. What it depends on is remembered apart as well, to save
// reading the output where that can't be a known state. Nothing else is stored, so there is nothing
// that could be out of date, half written or of an older format.
//
// A memory that can't be read knows nothing, and one that can't be written learns nothing. Neither is an error.
package cache
