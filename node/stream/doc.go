// Package stream reads recorded event streams: UTF-8 files with one JSON object a line.
//
// A stream is one header line, then events, each with its number (seq 1, 2, 3 …) and between the start and the end of a
// block, with checkpoints at any place among them (numbered too, though they are no events), and last the one line of expected
// positions. Events that were emitted in one call carry the same batch number. Quantities are JSON strings, since they can exceed 2^53.
//
// [Reader] gives a stream step by step and holds no more of it than the current call. It is strict: whatever is not as the
// format says is an [*Error] with file and line, and reading ends there. It never panics, whatever it is fed (FuzzStream). The rules:
//
//   - seq counts without gap, and heights increase;
//   - blocks do not nest, and every event is inside one;
//   - the lines of a batch are neighbours, and its number does not come again;
//   - a batch that has one of the kinds which positions depend on has no other kind (TestBadStreams);
//   - fields that the format defines are there, once, with the right type; where it lists all fields of a kind, there is no other.
//     The kinds that are recorded for realism only may have more fields than are read here;
//   - a line has at most [MaxLine] bytes, and nothing follows the expected positions.
//
// A Reader is for one goroutine.
package stream
