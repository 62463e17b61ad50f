package sim

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
)

// Bounds of a [Config]. With fewer than MinParties a kind of trader would be missing. The work of a block grows with parties times
// markets.
const (
	MinParties = 6
	MaxParties = 1000
	MaxMarkets = 100
)

// Config configures the traders and the markets.
type Config struct {
	// Seed is the random seed.
	Seed uint64
	// Markets is the number of markets, 1 to MaxMarkets.
	Markets int
	// Parties is the number of traders, MinParties to MaxParties: of six, one is a maker, two are trend followers, three are noise.
	Parties int
}

// Validate returns an error if a number is out of its range.
func (c Config) Validate() error {
	switch {
	case c.Markets < 1 || c.Markets > MaxMarkets:
		return fmt.Errorf("%d markets: want 1 to %d", c.Markets, MaxMarkets)
	case c.Parties < MinParties || c.Parties > MaxParties:
		return fmt.Errorf("%d parties: want %d to %d, so that there are makers, trend followers and noise", c.Parties, MinParties, MaxParties)
	}
	return nil
}

// source returns a source of random numbers for a name.
func (c Config) source(name string) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name)) // a hash returns no error
	return rand.New(rand.NewPCG(c.Seed, h.Sum64()))
}
