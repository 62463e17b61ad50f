// Package run is a whole node: simulated traders (package sim) drive the exchange (package execution), whose events go over a wired bus to the
// digest, the positions plug-in, the traders, the tally, the auditor if there is one, and the stores.
//
// [Run] is the whole command: it opens the database, runs the blocks, and reports. Nothing in a block depends on a clock: the first one
// begins at a fixed time and each lasts a second. So a database that has some of the blocks is gone on with by running those once more, which
// the stores let pass.
//
// Without stores the bus is a router with the same consumers in the same order, and gives the same events.
package run
