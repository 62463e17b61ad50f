// Package replay drives a bus with recorded streams, as the engines of a trading core would, and compares what the positions plug-in
// then holds with the positions in the streams.
//
// [File] replays one file. Each file has a router and a plug-in of its own, so that no stream affects the positions of another. Lines that
// were recorded as one batch are routed as one batch; all others are emitted one by one. Every figure of every checkpoint and of the
// expected positions is compared as it prints. A difference is a [Mismatch]. What cannot be read is a [stream.Error], and ends that file
// only.
//
// [Run] is the whole command: many files and folders, the report, and the exit code.
//
// Streams name no transactions, so blocks have none. Nothing here is safe for concurrent use.
package replay
