// Package store keeps what a core told in one SQLite file: accounts, positions, trades, orders, ledger entries and blocks.
//
// Each of them is a consumer: give [DB.Accounts] and the others to a bus, [DB.Blocks] last. They gather the rows of a block, write
// them when it ends, and Blocks commits them together with the block's height. So after a crash at any point the file holds
// whole blocks only (TestKilledAtAnyMoment). With write-ahead logging and synchronous NORMAL, a crash of the process loses nothing that
// was committed, and a crash of the machine at most the last blocks, never a part of one.
//
// # Going on with a file
//
// A core is deterministic, so it is not saved: a node that starts again runs the blocks from the first on, and the stores let
// those pass that the file has, comparing the digest of each. From the first that it has not, they write. A file that another run has
// made, or whose blocks were others, is refused.
//
// # Errors
//
// A bus has no errors of its consumers. The first one makes all stores of the file stop, with nothing of the block in hand written;
// ask [DB.Err] after each block and stop the node, or use the result of [DB.Close]. Each error says what to do; package errors tells
// them apart by [ErrFull], [ErrLocked] and the others.
//
// # Reading
//
// A [Reader] answers typed questions over connections of its own. Any number of goroutines and programs may read at any time, while
// the node writes too: they see whole blocks. Nothing reads from the bus.
//
// Stores belong to the goroutine that drives their bus.
package store
