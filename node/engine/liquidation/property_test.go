package liquidation_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/domain"
)

// TestResolution makes random markets, in which parties have little or much money, and moves the mark price of each several times. After
// each move, money is conserved, volumes add up to zero, and all remaining parties have their maintenance margin.
func TestResolution(t *testing.T) {
	closedOut := 0
	rapid.Check(t, func(t *rapid.T) {
		m := randomMarket(t)
		before := m.total(parties)
		for range rapid.IntRange(1, 6).Draw(t, "marks") {
			price := rapid.Uint64Range(60, 140).Draw(t, "mark")
			m.settlement.Mark(integer(int64(price)), at)
			held := m.volumes()
			m.Resolve(price, at)
			m.requireNetted(t, held)
			m.requireSafe(t, price)
			m.Shed(price, at)
			require.True(t, before.Equal(m.total(parties)), "%s before, %s after", before, m.total(parties))
			require.True(t, m.money(domain.Network).IsZero(), "the network's money is the insurance account's")
		}
		for _, said := range m.output() {
			if strings.HasPrefix(said, "closed out ") {
				closedOut++
			}
		}
	})
	require.Greater(t, closedOut, 50, "the markets are too calm to show anything")
}

// randomMarket returns a market in which there was some trading at 100.
func randomMarket(t *rapid.T) *market {
	m := newMarket(rapid.SampledFrom([]string{"0", "0.1", "1"}).Draw(t, "disposal range"))
	for _, party := range parties {
		m.fund(party, rapid.SampledFrom([]int64{0, 50, 150, 1_000, 100_000}).Draw(t, "money"))
	}
	m.insure(rapid.SampledFrom([]int64{0, 100, 10_000}).Draw(t, "insurance"))
	someone := rapid.SampledFrom(append([]string{domain.Network}, parties...))
	for range rapid.IntRange(1, 10).Draw(t, "trades") {
		buyer, seller := someone.Draw(t, "buyer"), someone.Draw(t, "seller")
		m.trade(buyer, seller, rapid.Uint64Range(1, 20).Draw(t, "size"), 100)
	}
	for range rapid.IntRange(0, 6).Draw(t, "orders") {
		owner, size := rapid.SampledFrom(parties).Draw(t, "owner"), rapid.Uint64Range(1, 20).Draw(t, "size")
		if rapid.Bool().Draw(t, "bid") {
			m.order(owner, domain.SideBuy, size, rapid.Uint64Range(60, 100).Draw(t, "bid at"))
		} else {
			m.order(owner, domain.SideSell, size, rapid.Uint64Range(101, 140).Draw(t, "offer at"))
		}
	}
	return m
}

// volumes returns the open volume of each party and of the network.
func (m *market) volumes() map[string]int64 {
	held := map[string]int64{}
	for _, party := range append([]string{domain.Network}, parties...) {
		held[party] = m.positions.Position(party).Open
	}
	return held
}

// requireNetted compares volumes with those before a resolution. Closed-out parties have nothing left, the others have not traded, and
// the network took over only what the closed-out parties could not trade with each other.
func (m *market) requireNetted(t *rapid.T, held map[string]int64) {
	var taken, sum int64
	for _, party := range parties {
		open := m.positions.Position(party).Open
		require.Equal(t, open, m.settlement.Volume(party), "%s, as settlement has it", party)
		sum += open
		if open != held[party] {
			require.Zero(t, open, "%s is closed out in part", party)
			require.True(t, m.money(party).IsZero(), "%s is closed out and has money", party)
			taken += held[party]
		}
	}
	network := m.positions.Position(domain.Network).Open
	require.Equal(t, held[domain.Network]+taken, network)
	require.Zero(t, sum+network)
}

// requireSafe checks the maintenance margin of all parties with a position or orders.
func (m *market) requireSafe(t *rapid.T, price uint64) {
	for _, p := range m.positions.Active() {
		if p.PartyID == domain.Network {
			continue
		}
		needs := m.margins.Levels(p, integer(int64(price))).Maintenance
		has := m.ledger.Balance(m.ledger.Margin(p.PartyID, "M"))
		require.True(t, has.GreaterThanOrEqual(needs), "%s has %s and needs %s", p.PartyID, has, needs)
	}
}
