// Package core measures the trading core of module node with more and more behind it: nothing, a bus that nobody listens to, the
// positions plug-in, the stores. All of them run the same recorded commands, so what differs is what is behind.
package core
