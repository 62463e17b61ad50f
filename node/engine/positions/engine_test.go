package positions_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/positions"
)

// emitted writes down the emitted volumes.
type emitted []string

func (l *emitted) EmitPositionState(p domain.PositionState) {
	*l = append(*l, fmt.Sprintf("%s %s %+d, buys %d, sells %d", p.MarketID, p.PartyID, p.Size, p.PotentialBuys, p.PotentialSells))
}

func (l *emitted) output() []string {
	said := *l
	*l = nil
	return said
}

func TestPost(t *testing.T) {
	var out emitted
	e := positions.New("M", &out)
	e.Order("b", domain.SideBuy, 10)
	e.Order("a", domain.SideSell, 4)
	e.Order("c", domain.SideSell, 4)
	e.Order("c", domain.SideSell, -4)
	e.Post()
	require.Equal(t, []string{"M a +0, buys 0, sells 4", "M b +0, buys 10, sells 0"}, out.output(), "by name, and only what is new")
	e.Post()
	require.Empty(t, out.output())

	e.Order("a", domain.SideSell, -4)
	e.Order("b", domain.SideBuy, -4)
	e.Trade("b", "a", 4)
	e.Post()
	require.Equal(t, []string{"M a -4, buys 0, sells 0", "M b +4, buys 6, sells 0"}, out.output())
	require.Equal(t, positions.Position{PartyID: "b", Open: 4, Buys: 6}, e.Position("b"))
	require.Equal(t, positions.Position{PartyID: "nobody"}, e.Position("nobody"))
	require.Equal(t, []positions.Position{{PartyID: "a", Open: -4}, {PartyID: "b", Open: 4, Buys: 6}}, e.Active())
	require.Equal(t, uint64(4), e.OpenInterest())

	e.Close()
	e.Post()
	require.Equal(t, []string{"M a +0, buys 0, sells 0", "M b +0, buys 6, sells 0"}, out.output())
	require.Zero(t, e.OpenInterest())
	require.PanicsWithValue(t, "positions: the orders of party a have a negative size: a size left the book twice", func() { e.Order("a", domain.SideSell, -1) })
}

func TestVolumesAddUpToZero(t *testing.T) {
	parties := rapid.SampledFrom([]string{"a", "b", "c", domain.Network})
	rapid.Check(t, func(t *rapid.T) {
		var out emitted
		e := positions.New("M", &out)
		for range rapid.IntRange(1, 40).Draw(t, "trades") {
			e.Trade(parties.Draw(t, "buyer"), parties.Draw(t, "seller"), rapid.Uint64Range(1, 1_000_000_000_000).Draw(t, "size"))
			var sum, long int64
			for _, p := range e.Active() {
				sum += p.Open
				long += max(p.Open, 0)
			}
			require.Zero(t, sum)
			require.Equal(t, uint64(long), e.OpenInterest())
		}
	})
}
