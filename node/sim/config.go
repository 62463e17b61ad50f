package sim

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
)

// Bounds of a [Config]. Below MinParties somebody would be missing; what every party does in every market is the work of a block.
const (
	MinParties = 6
	MaxParties = 1000
	MaxMarkets = 100
)

// Config says who trades where.
type Config struct {
	// Seed gives all chance. Any number is good.
	Seed uint64
	// Markets is how many there are, 1 to MaxMarkets.
	Markets int
	// Parties is how many trade, MinParties to MaxParties: one in six a maker, two trend followers, three noise.
	Parties int
}

// Validate says what is wrong with the numbers, or nil.
func (c Config) Validate() error {
	switch {
	case c.Markets < 1 || c.Markets > MaxMarkets:
		return fmt.Errorf("%d markets: want 1 to %d", c.Markets, MaxMarkets)
	case c.Parties < MinParties || c.Parties > MaxParties:
		return fmt.Errorf("%d parties: want %d to %d, so that there are makers, trend followers and noise", c.Parties, MinParties, MaxParties)
	}
	return nil
}

// source is the random numbers of whoever has the name.
func (c Config) source(name string) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name)) // a hash takes everything
	return rand.New(rand.NewPCG(c.Seed, h.Sum64()))
}
