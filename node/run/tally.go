package run

import (
	"cmp"
	"slices"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// tally is a consumer that counts what the report shows. What it holds grows with the markets only.
type tally struct {
	blocks, events uint64
	kinds          []kindCount // by number
	markets        []*marketTally
	closed, offset uint64 // parties that were closed out, and trades between two of them
	rejected       uint64 // commands

	byID map[string]*marketTally // only for lookups
}

// kindCount is the number of events of a kind.
type kindCount struct {
	kind  events.Kind
	count uint64
}

// marketTally is what the report shows of a market.
type marketTally struct {
	created  domain.MarketCreated
	data     domain.MarketData // the last
	volume   uint64
	trades   uint64
	cascades uint64
	// insurance is the balance of the market's insurance account, in asset units.
	insurance domain.Decimal
}

func newTally() *tally { return &tally{byID: map[string]*marketTally{}} }

// OnEvent counts every event, boundaries included.
func (t *tally) OnEvent(e events.Event) {
	t.events++
	kind := e.Kind()
	for uint32(len(t.kinds)) <= kind.Number() {
		t.kinds = append(t.kinds, kindCount{})
	}
	t.kinds[kind.Number()].kind = kind
	t.kinds[kind.Number()].count++
}

// OnEndBlock counts blocks.
func (t *tally) OnEndBlock(events.EndBlock) { t.blocks++ }

// OnWorkflowError counts rejected commands.
func (t *tally) OnWorkflowError(generated.WorkflowErrorEvent) { t.rejected++ }

// OnMarketCreated adds a market to the table.
func (t *tally) OnMarketCreated(e generated.MarketCreatedEvent) {
	m := &marketTally{created: e.MarketCreated().AsStruct()}
	t.markets = append(t.markets, m)
	t.byID[m.created.MarketID] = m
}

// OnMarketData stores the last data of a market.
func (t *tally) OnMarketData(e generated.MarketData) {
	data := e.MarketData()
	t.byID[data.MarketID()].data = data.AsStruct()
}

// OnTrade adds to the market's volume.
func (t *tally) OnTrade(e generated.Trade) {
	trade := e.Trade()
	m := t.byID[trade.MarketID()]
	m.trades++
	m.volume += trade.Size()
	if trade.Type() == domain.TradeTypeDefault && trade.Aggressor() == domain.SideUnspecified {
		t.offset++
	}
}

// OnPositionResolution counts a cascade that ended in close-outs.
func (t *tally) OnPositionResolution(e generated.PositionResolutionEvent) {
	resolution := e.PositionResolution()
	t.byID[resolution.MarketID()].cascades++
	t.closed += resolution.Closed()
}

// OnAccount stores the balances of the insurance accounts.
func (t *tally) OnAccount(e generated.Account) {
	account := e.Account()
	if account.ID().Type() == domain.AccountTypeInsurance {
		t.byID[account.ID().MarketID()].insurance = account.Balance()
	}
}

// count returns the number of events of a kind.
func (t *tally) count(kind string) uint64 {
	for _, k := range t.kinds {
		if k.kind.String() == kind {
			return k.count
		}
	}
	return 0
}

// seen returns the kinds that occurred, the most frequent first.
func (t *tally) seen() []kindCount {
	seen := slices.DeleteFunc(slices.Clone(t.kinds), func(k kindCount) bool { return k.count == 0 })
	slices.SortStableFunc(seen, func(a, b kindCount) int { return cmp.Compare(b.count, a.count) })
	return seen
}
