package liquidation_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
)

var parties = []string{"long-1", "long-2", "long-3", "rich", "short-1", "short-2"}

// TestResolve resolves positions that were opened and marked at 100, so that a size of 10 needs 100 of maintenance. Money is what each
// party has before: rich has enough for anything.
func TestResolve(t *testing.T) {
	const rich = 100_000
	for _, c := range []struct {
		name    string
		money   map[string]int64
		open    func(m *market)
		said    []string
		left    map[string]string // money of the parties afterwards, where it changed
		insured string            // the insurance account afterwards
		network int64             // volume of the network afterwards
	}{
		{
			name:    "no positions",
			open:    func(*market) {},
			insured: "0",
		},
		{
			name:    "everybody has enough",
			money:   map[string]int64{"long-1": rich, "short-1": rich},
			open:    func(m *market) { m.trade("long-1", "short-1", 10, 100) },
			insured: "0",
		},
		{
			name:    "exactly the maintenance margin is enough",
			money:   map[string]int64{"long-1": 100, "short-1": 100},
			open:    func(m *market) { m.trade("long-1", "short-1", 10, 100) },
			insured: "0",
		},
		{
			name:  "a unit less is not enough, and there is no other distressed party",
			money: map[string]int64{"long-1": 99, "rich": rich},
			open:  func(m *market) { m.trade("long-1", "rich", 10, 100) },
			said: []string{
				"distressed: {[long-1]}, safe: {[]}",
				"M-c1: network buys 10 of long-1 at 100, NETWORK_CLOSE_OUT_BAD",
				"closed out long-1: 99", "resolved 1 of 1 at 100",
			},
			left: map[string]string{"long-1": "0"}, insured: "99", network: 10,
		},
		{
			name:  "the same for a short position",
			money: map[string]int64{"short-1": 99, "rich": rich},
			open:  func(m *market) { m.trade("rich", "short-1", 10, 100) },
			said: []string{
				"distressed: {[short-1]}, safe: {[]}",
				"M-c1: short-1 buys 10 of network at 100, NETWORK_CLOSE_OUT_BAD",
				"closed out short-1: 99", "resolved 1 of 1 at 100",
			},
			left: map[string]string{"short-1": "0"}, insured: "99", network: -10,
		},
		{
			name:  "nothing to confiscate",
			money: map[string]int64{"rich": rich},
			open:  func(m *market) { m.trade("long-1", "rich", 10, 100) },
			said: []string{
				"distressed: {[long-1]}, safe: {[]}",
				"M-c1: network buys 10 of long-1 at 100, NETWORK_CLOSE_OUT_BAD",
				"closed out long-1: 0", "resolved 1 of 1 at 100",
			},
			insured: "0", network: 10,
		},
		{
			name:  "both sides offset each other exactly",
			money: map[string]int64{"long-1": 50, "short-1": 60},
			open:  func(m *market) { m.trade("long-1", "short-1", 10, 100) },
			said: []string{
				"distressed: {[long-1 short-1]}, safe: {[]}",
				"M-c1: short-1 buys 10 of long-1 at 100, DEFAULT",
				"closed out long-1: 50", "closed out short-1: 60", "resolved 2 of 2 at 100",
			},
			left: map[string]string{"long-1": "0", "short-1": "0"}, insured: "110",
		},
		{
			name:  "more long than short",
			money: map[string]int64{"long-1": 1, "long-2": 2, "short-1": 3, "rich": rich},
			open: func(m *market) {
				m.trade("long-1", "short-1", 8, 100)
				m.trade("long-1", "rich", 2, 100)
				m.trade("long-2", "rich", 5, 100)
			},
			said: []string{
				"distressed: {[long-1 long-2 short-1]}, safe: {[]}",
				"M-c1: short-1 buys 8 of long-1 at 100, DEFAULT",
				"M-c2: network buys 2 of long-1 at 100, NETWORK_CLOSE_OUT_BAD",
				"M-c3: network buys 5 of long-2 at 100, NETWORK_CLOSE_OUT_BAD",
				"closed out long-1: 1", "closed out long-2: 2", "closed out short-1: 3", "resolved 3 of 3 at 100",
			},
			left: map[string]string{"long-1": "0", "long-2": "0", "short-1": "0"}, insured: "6", network: 7,
		},
		{
			name:  "more short than long",
			money: map[string]int64{"long-1": 1, "short-1": 2, "short-2": 3, "rich": rich},
			open: func(m *market) {
				m.trade("long-1", "short-1", 8, 100)
				m.trade("rich", "short-1", 2, 100)
				m.trade("rich", "short-2", 5, 100)
			},
			said: []string{
				"distressed: {[long-1 short-1 short-2]}, safe: {[]}",
				"M-c1: short-1 buys 8 of long-1 at 100, DEFAULT",
				"M-c2: short-1 buys 2 of network at 100, NETWORK_CLOSE_OUT_BAD",
				"M-c3: short-2 buys 5 of network at 100, NETWORK_CLOSE_OUT_BAD",
				"closed out long-1: 1", "closed out short-1: 2", "closed out short-2: 3", "resolved 3 of 3 at 100",
			},
			left: map[string]string{"long-1": "0", "short-1": "0", "short-2": "0"}, insured: "6", network: -7,
		},
		{
			name:  "several against one",
			money: map[string]int64{"long-1": 1, "long-2": 1, "long-3": 1, "short-1": 1},
			open: func(m *market) {
				m.trade("long-3", "short-1", 5, 100)
				m.trade("long-1", "short-1", 3, 100)
				m.trade("long-2", "short-1", 4, 100)
			},
			said: []string{
				"distressed: {[long-1 long-2 long-3 short-1]}, safe: {[]}",
				"M-c1: short-1 buys 3 of long-1 at 100, DEFAULT",
				"M-c2: short-1 buys 4 of long-2 at 100, DEFAULT",
				"M-c3: short-1 buys 5 of long-3 at 100, DEFAULT",
				"closed out long-1: 1", "closed out long-2: 1", "closed out long-3: 1", "closed out short-1: 1", "resolved 4 of 4 at 100",
			},
			left:    map[string]string{"long-1": "0", "long-2": "0", "long-3": "0", "short-1": "0"},
			insured: "4",
		},
		{
			name:  "the network holds the other side already",
			money: map[string]int64{"rich": rich},
			open: func(m *market) {
				m.trade("rich", domain.Network, 10, 100)
				m.trade("long-1", "rich", 10, 100)
				m.trade("rich", "short-1", 1, 100)
			},
			said: []string{
				"distressed: {[long-1 short-1]}, safe: {[]}",
				"M-c1: short-1 buys 1 of long-1 at 100, DEFAULT",
				"M-c2: network buys 9 of long-1 at 100, NETWORK_CLOSE_OUT_BAD",
				"closed out long-1: 0", "closed out short-1: 0", "resolved 2 of 2 at 100",
			},
			insured: "0", network: -1,
		},
		{
			name:    "the network is never distressed",
			money:   map[string]int64{"rich": rich},
			open:    func(m *market) { m.trade(domain.Network, "rich", 10, 100) },
			insured: "0", network: 10,
		},
		{
			// With the order, 20 × 100 × 10 % = 200 are needed.
			name:  "safe without orders",
			money: map[string]int64{"long-1": 150, "rich": rich},
			open: func(m *market) {
				m.trade("long-1", "rich", 10, 100)
				m.order("long-1", domain.SideBuy, 10, 90)
			},
			said:    []string{"orders removed: {[long-1]}", "distressed: {[]}, safe: {[long-1]}", "resolved 0 of 1 at 100"},
			insured: "0",
		},
		{
			name:  "safe without orders, and without a position",
			money: map[string]int64{"long-1": 99},
			open:  func(m *market) { m.order("long-1", domain.SideBuy, 10, 90) },
			said:  []string{"orders removed: {[long-1]}", "distressed: {[]}, safe: {[long-1]}", "resolved 0 of 1 at 100"}, insured: "0",
		},
		{
			name:  "distressed even without orders, beside one who is not",
			money: map[string]int64{"long-1": 99, "long-2": 100, "rich": rich},
			open: func(m *market) {
				m.trade("long-1", "rich", 10, 100)
				m.trade("long-2", "rich", 10, 100)
				m.order("long-1", domain.SideBuy, 1, 90)
				m.order("long-2", domain.SideSell, 30, 110)
				m.order("rich", domain.SideBuy, 7, 90)
			},
			said: []string{
				"orders removed: {[long-1 long-2]}", "distressed: {[long-1]}, safe: {[long-2]}",
				"M-c1: network buys 10 of long-1 at 100, NETWORK_CLOSE_OUT_BAD",
				"closed out long-1: 99", "resolved 1 of 2 at 100",
			},
			left: map[string]string{"long-1": "0"}, insured: "99", network: 10,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := newMarket("0.1")
			want := map[string]string{}
			for _, party := range parties {
				m.fund(party, c.money[party])
				want[party] = integer(c.money[party]).String()
			}
			for party, money := range c.left {
				want[party] = money
			}
			c.open(m)
			before := m.total(parties)
			m.mark(100)
			require.Equal(t, c.said, m.output())
			got := map[string]string{}
			for _, party := range parties {
				got[party] = m.money(party).String()
			}
			require.Equal(t, want, got)
			require.Equal(t, c.insured, m.insurance())
			require.Equal(t, c.network, m.positions.Position(domain.Network).Open)
			require.True(t, before.Equal(m.total(parties)))
			m.mark(100)
			require.Empty(t, m.output(), "the others have enough")
		})
	}
}

// TestOrdersOfTheDistressed leaves the orders of the others in the book.
func TestOrdersOfTheDistressed(t *testing.T) {
	m := newMarket("0.1")
	m.fund("rich", 100_000)
	m.order("long-1", domain.SideBuy, 10, 90)
	m.order("long-1", domain.SideSell, 5, 110)
	m.order("rich", domain.SideBuy, 3, 90)
	m.mark(100)
	require.Equal(t, []string{"orders removed: {[long-1]}", "distressed: {[]}, safe: {[long-1]}", "resolved 0 of 1 at 100"}, m.output())
	_, bids := m.book.BestBid()
	require.Equal(t, uint64(3), bids)
	_, offers := m.book.BestOffer()
	require.Zero(t, offers)
	require.Zero(t, m.positions.Position("long-1").Buys)
	require.Zero(t, m.positions.Position("long-1").Sells)
	require.Equal(t, int64(3), m.positions.Position("rich").Buys)
}

// TestMarginOfTheSafe: with the order long-1 has all of its 150 as margin. Without it these are more than 1.4 × 100, so that 30 above
// the initial 120 go back.
func TestMarginOfTheSafe(t *testing.T) {
	m := newMarket("0.1")
	m.fund("long-1", 150)
	m.fund("rich", 100_000)
	m.trade("long-1", "rich", 10, 100)
	m.order("long-1", domain.SideBuy, 10, 90)
	m.mark(100)
	require.Equal(t, "120", m.ledger.Balance(m.ledger.Margin("long-1", "M")).String())
	require.Equal(t, "30", m.ledger.Balance(m.ledger.General("long-1")).String())
}

// TestLossOfACloseOut has long-1 buy 10 of rich at 100 with 120. At 85 it has lost 150 and can pay 120. The insurance account pays the
// other 30 as far as it can; rich gains less by what is missing. Then long-1, who has nothing, is closed out, and at 80 the network
// loses 50, which only the insurance account can pay.
func TestLossOfACloseOut(t *testing.T) {
	for _, c := range []struct {
		insurance  int64
		losses     []string // at 85
		gained     string   // by rich, at 85
		left       string   // in the insurance account, at 85
		lossesOf80 []string
		gainedAt80 string
		leftAt80   string
	}{
		{0, []string{"loss of long-1: 30", "loss of rich: -30"}, "120", "0", []string{"loss of network: 50", "loss of rich: -50"}, "120", "0"},
		{10, []string{"loss of long-1: 30", "loss of rich: -20"}, "130", "0", []string{"loss of network: 50", "loss of rich: -50"}, "130", "0"},
		{30, []string{"loss of long-1: 30"}, "150", "0", []string{"loss of network: 50", "loss of rich: -50"}, "150", "0"},
		{79, []string{"loss of long-1: 30"}, "150", "49", []string{"loss of network: 1", "loss of rich: -1"}, "199", "0"},
		{80, []string{"loss of long-1: 30"}, "150", "50", nil, "200", "0"},
		{81, []string{"loss of long-1: 30"}, "150", "51", nil, "200", "1"},
	} {
		m := newMarket("0.1")
		m.fund("long-1", 120)
		m.fund("rich", 1000)
		m.insure(c.insurance)
		m.trade("long-1", "rich", 10, 100)
		before := m.total(parties)
		gained := func() string { return m.money("rich").Sub(integer(1000)).String() }

		m.mark(85)
		require.Equal(t, append(c.losses,
			"distressed: {[long-1]}, safe: {[]}", "M-c1: network buys 10 of long-1 at 85, NETWORK_CLOSE_OUT_BAD",
			"closed out long-1: 0", "resolved 1 of 1 at 85"), m.output())
		require.Equal(t, []string{c.gained, c.left}, []string{gained(), m.insurance()})
		require.True(t, before.Equal(m.total(parties)))

		m.mark(80)
		require.Equal(t, c.lossesOf80, m.output())
		require.Equal(t, []string{c.gainedAt80, c.leftAt80}, []string{gained(), m.insurance()})
		require.True(t, before.Equal(m.total(parties)))
	}
}
