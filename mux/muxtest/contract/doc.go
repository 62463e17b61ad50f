// Package contract has the tests of what a generated router promises (see package mux), on a small game that has each shape of payload and of
// interest. It has nothing to import.
package contract
