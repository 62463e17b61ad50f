package domain

import "strconv"

// PoolSize is how many payloads a pool has: few enough for the first-level cache, so that what is measured is the bus. It is
// a power of two, so that going round costs an and.
const PoolSize = 64

// Pool is payloads that were made before, so that what it costs to make one is not measured.
type Pool [PoolSize]Trade

// NewPool fills a pool, always with the same payloads.
func NewPool() *Pool {
	p := new(Pool)
	for i := range p {
		n := int64(i)
		p[i] = Trade{
			Buyer: "party-" + strconv.Itoa(i), Seller: "party-" + strconv.Itoa(PoolSize-i),
			Price: 1000 + n, Size: 1 + n%7, Number: n, At: 1_700_000_000_000_000_000 + n,
			Fees: Fees{Maker: n, Taker: 2 * n, Network: 1},
		}
	}
	return p
}

// At is the payload of event i.
func (p *Pool) At(i uint64) *Trade { return &p[i%PoolSize] }
