package mux

// firstChunk is how many events the first chunk of a type has.
const firstChunk = 8

// Chunk is how many events the next chunk of a type is to have, after one of so many, up to a limit: events that can be kept are
// stored in chunks of their type, with one allocation for many, and freed with the last of them. The first chunk has few events
// and each next one twice as many, so that rare events cost little. The generator computes the limit from the event's size:
// to keep one event holds its chunk, at most 32 KiB.
func Chunk(last, limit int) int { return min(limit, max(firstChunk, 2*last)) }
