// Package stream reads recorded event streams: UTF-8 files with one JSON object a line.
//
// A stream starts with a header line. Then come events, each with its number (seq 1, 2, 3 …) and inside a block, and checkpoints, which
// are numbered too and may be anywhere. The last line has the expected positions. Events that were emitted in one call have the same
// batch number. Quantities are JSON strings, since they can exceed 2^53.
//
// [Reader] returns a stream step by step. It holds only the current call in memory. It is strict: a line that violates the format is an
// [*Error] with file and line, and reading ends there. It never panics, whatever the input is (FuzzStream). The rules:
//
//   - seq has no gaps, and heights increase;
//   - blocks do not nest, and every event is inside one;
//   - the lines of a batch follow each other, and its number is not used again;
//   - a batch with a kind that positions depend on has no other kind (TestBadStreams);
//   - each field that the format defines appears once, with the right type. If the format lists all fields of a kind, there is no
//     other. Kinds that positions do not depend on may have more fields than are read here;
//   - a line has at most [MaxLine] bytes, and nothing follows the expected positions.
//
// A Reader belongs to one goroutine.
package stream
