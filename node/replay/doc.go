// Package replay drives a bus with recorded streams, as the engines of a trading core would, and compares what the positions
// plug-in then holds with what the streams say that it should.
//
// Files are replayed one after another ([File]); each gets a router and a plug-in of its own, so that no stream sees another's
// positions. Lines that were recorded as one batch are routed as one batch, all others are emitted one by one. Every figure of every
// checkpoint and of the expected positions is compared as it prints. What differs is a [Mismatch]; what cannot be read is a
// [stream.Error], and ends that file only.
//
// [Run] is the whole command: many files and folders, the report, and the exit code.
//
// Streams name no transactions, so there are none in the blocks. Nothing here is safe for concurrent use.
package replay
