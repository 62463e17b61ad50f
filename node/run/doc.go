// Package run runs a whole node: simulated traders (package sim) drive the exchange (package execution). A wired bus delivers its events to
// the digest, the positions plug-in, the traders, the tally, the auditor if there is one, and the stores.
//
// [Run] is the whole command: it opens the database, runs the blocks, and reports. Nothing in a block depends on a clock: the first block
// starts at a fixed time, and each lasts a second. So a node continues a database by running its blocks again; the stores write
// only what comes after them.
//
// Without stores the bus is a router with the same consumers in the same order, and gives the same events.
package run
