// Package positions counts the volumes of one market's parties as the core sees them: what is open, at once with each trade, and
// what their orders in the book could add to it.
//
// Settlement counts the same volumes as of the last mark to market, with the money that belongs to them; the positions
// plug-in knows only what settlement has told. Between two marks this package is ahead of both.
//
// What is open adds up to zero over all parties, the network included, since every trade adds to one what it takes from
// another (TestVolumesAddUpToZero).
package positions
