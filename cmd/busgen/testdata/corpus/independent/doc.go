// Package independent proves that a kept event shares no memory with what its emitter has, with what views hand out, and with later events of
// its type.
//
// It knows nothing about the payloads: it makes them by reflection, overwrites everything that can be reached from one, and compares the kept
// event with a payload that nobody else has seen.
package independent
