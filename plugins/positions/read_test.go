package positions

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
)

func TestReadsAreSortedCopies(t *testing.T) {
	p := New(Config{})
	for _, key := range [][2]string{{"n", "b"}, {"m", "b"}, {"m", "a"}, {"n", "a"}, {"m", "B"}} {
		e := settle(key[1], "10", "1", 1, [2]string{"1", "10"})
		e.MarketID = key[0]
		p.settlePosition(e)
	}
	require.Equal(t, []string{"m B", "m a", "m b", "n a", "n b"}, keys(p.All()))
	require.Equal(t, []string{"m a", "n a"}, keys(p.OfParty("a")))
	require.Equal(t, []string{"n a", "n b"}, keys(p.OfMarket("n")))
	require.Empty(t, p.OfMarket("o"))
	require.Empty(t, p.OfParty("c"))
	_, known := p.Position("o", "a")
	require.False(t, known)

	before := p.All()
	p.settlePosition(settle("a", "20", "1", 2, [2]string{"4", "20"}))
	equal(t, "1", before[1].OpenVolume)
	equal(t, "5", p.All()[1].OpenVolume)
}

func keys(all []domain.Position) []string {
	list := make([]string, len(all))
	for i, p := range all {
		list[i] = p.MarketID + " " + p.PartyID
	}
	return list
}

// TestReadWhileEventsFlow reads from other goroutines while a driver settles. After each settlement
// the unrealised gain equals the volume, so a row that is half changed is detected.
func TestReadWhileEventsFlow(t *testing.T) {
	bus, p, _ := attached(t)
	stop := make(chan struct{})
	var readers sync.WaitGroup
	faults := make(chan string, 4)
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if fault := torn(p); fault != "" {
					faults <- fault
					return
				}
			}
		})
	}
	for n := range int64(3000) {
		bus.EmitSettlePosition(settle(fmt.Sprintf("party-%d", n%50), "11", "1", n, [2]string{"1", "10"}))
	}
	close(stop)
	readers.Wait()
	select {
	case fault := <-faults:
		require.Fail(t, "a reader saw half a change", fault)
	default:
	}
	require.Len(t, p.All(), 50)
	equal(t, "60", of(t, p, "party-0").PnL.Unrealised)
}

// torn describes a row that is half changed. It returns "" if there is none.
func torn(p *Positions) string {
	all := append(p.All(), p.OfMarket("m")...)
	all = append(all, p.OfParty("party-7")...)
	if one, ok := p.Position("m", "party-7"); ok {
		all = append(all, one)
	}
	for _, row := range all {
		if !row.OpenVolume.Equal(row.PnL.Unrealised) || row.UpdatedAt.IsZero() {
			return fmt.Sprintf("%s: volume %s, gain %s", row.PartyID, row.OpenVolume, row.PnL.Unrealised)
		}
	}
	return ""
}

// TestEmitsEachChange checks which positions are emitted and in which order, and that the emitter
// can read positions.
func TestEmitsEachChange(t *testing.T) {
	var emitted []string
	emit := &emitFunc{}
	p := New(Config{Emit: emit})
	emit.call = func(u domain.PositionUpdated) {
		now, _ := p.Position(u.MarketID, u.PartyID)
		require.Equal(t, now, u.Position)
		emitted = append(emitted, u.PartyID)
	}
	p.settlePosition(settle("c", "10", "1", 1))
	p.settlePosition(settle("a", "10", "1", 1))
	p.trade(match(domain.TradeTypeDefault, "b", "a", 1, "10", domain.SideBuy))
	p.marketSettled(domain.MarketSettled{Market: domain.Market{MarketID: "m"}, PositionFactor: d("1")})
	require.Equal(t, []string{"c", "a", "b", "a", "a", "b", "c"}, emitted)
}

// emitFunc implements generated.PositionUpdatedEmitter with a function.
type emitFunc struct{ call func(domain.PositionUpdated) }

func (f *emitFunc) EmitPositionUpdated(u domain.PositionUpdated) { f.call(u) }
