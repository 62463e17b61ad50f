// Package store writes the state and history of a core to one SQLite file: accounts, positions, trades, orders, ledger entries and
// blocks.
//
// Each store is a consumer: attach [DB.Accounts] and the others to a bus, [DB.Blocks] last. They collect the rows of a block and write them
// when it ends. Blocks then commits them together with the height of the block. So after a crash at any point the file holds whole
// blocks only (TestKilledAtAnyMoment). With write-ahead logging and synchronous NORMAL, a crash of the process loses nothing that was
// committed. A crash of the machine loses at most the last blocks, and never a part of one.
//
// # Continuing a file
//
// A core is deterministic, so its state is not saved. A node that starts again runs all blocks from the first. The stores skip the
// blocks that the file has, and compare the digest of each; they write the blocks after those. A file of another run, or one whose
// blocks differ, is refused.
//
// # Errors
//
// A bus does not handle errors of consumers. After the first error all stores of the file stop, and nothing of the current block is
// written. Call [DB.Err] after each block and stop the node on an error, or use the result of [DB.Close]. Each error says what to
// do; errors.Is tells them apart by [ErrFull], [ErrLocked] and the others.
//
// # Reading
//
// A [Reader] answers typed questions over connections of its own. Any number of goroutines and programs may read at any time, while
// the node writes as well. They see whole blocks. Nothing reads from the bus.
//
// Stores belong to the goroutine that drives their bus. They keep no event: what they need of one they copy during its delivery.
package store
