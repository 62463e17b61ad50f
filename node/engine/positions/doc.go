// Package positions counts the volumes of one market's parties: the open volume, which each trade changes at once, and the volume that
// their orders in the book could add.
//
// Package settlement counts the same volumes as of the last mark to market, together with the money. The positions plug-in learns
// them from the events of settlement. Between two marks this package is ahead of both.
//
// The open volumes of all parties, the network included, add up to zero, because a trade adds to one party what it takes from another
// (TestVolumesAddUpToZero).
package positions
