package domain

// Trade is the payload that is measured. It has 128 bytes: two strings, and numbers.
//
//busgen:event
type Trade struct {
	Buyer, Seller string
	Price, Size   int64
	Fees          Fees
	Market        int64
	Number        int64
	At            int64 // nanoseconds since 1970
	Flags         int64
}

// Fees is what both sides pay.
type Fees struct {
	Maker, Taker, Network, Treasury, Buyer, Seller int64
}
