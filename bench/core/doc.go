// Package core measures the trading core of module node with more and more behind it: nothing, a
// bus without consumers, the positions plug-in, the stores. All of them run the same recorded
// commands.
package core
