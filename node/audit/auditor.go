package audit

import (
	"fmt"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Kept is the number of findings that an auditor keeps; it counts the others.
const Kept = 100

// Finding is a rule that does not hold.
type Finding struct {
	Rule     string
	Height   uint64
	Sequence uint64 // of the event at which it was found
	Tx       string // empty between transactions
	What     string
}

// String returns the finding as one line.
func (f Finding) String() string {
	return fmt.Sprintf("block %d, event %d, transaction %q: %s: %s", f.Height, f.Sequence, f.Tx, f.Rule, f.What)
}

// Auditor is a consumer that checks all rules. All its methods are for the goroutine that drives its bus.
type Auditor struct {
	sequence sequence
	money    money
	volumes  volumes
	books    books
	fills    fills
	profits  profits

	at           events.Header
	findings     []Finding
	count        int
	transactions uint64
	blocks       uint64
}

var _ interface {
	generated.EventConsumer
	generated.MoneyMovementConsumer
	generated.AccountValueConsumer
	generated.PositionStateValueConsumer
	generated.OrderValueConsumer
	generated.TradeValueConsumer
	generated.SettlePositionValueConsumer
	generated.SettleDistressedConsumer
	generated.LossSocializationConsumer
	generated.FundingPaymentsConsumer
	generated.MarketSettledConsumer
} = (*Auditor)(nil)

// New returns an auditor. It has to receive all events from the first block on.
func New() *Auditor {
	a := &Auditor{
		money:   money{accounts: map[domain.AccountID]*balance{}},
		volumes: volumes{markets: map[string]*market{}},
		books:   books{markets: map[string]*book{}, orders: map[string]resting{}},
		fills:   fills{filled: map[string]uint64{}, touched: map[string]*change{}},
		profits: newProfits(),
	}
	return a
}

// Findings returns the first findings, at most [Kept] of them.
func (a *Auditor) Findings() []Finding { return a.findings }

// Err returns nil if every rule held, or else an error with the first finding and the number of findings.
func (a *Auditor) Err() error {
	if a.count == 0 {
		return nil
	}
	return fmt.Errorf("%d findings, the first: %s", a.count, a.findings[0])
}

// Transactions returns the number of transactions that were checked.
func (a *Auditor) Transactions() uint64 { return a.transactions }

// Blocks returns the number of blocks that were checked.
func (a *Auditor) Blocks() uint64 { return a.blocks }

// OnEvent receives every event, after the methods for its type. It checks the rules at the ends of transactions and blocks.
func (a *Auditor) OnEvent(e events.Event) {
	a.at = e.Header()
	a.sequence.see(a, e)
	a.profits.bus.Route(e)
	switch e.(type) {
	case events.EndTx:
		a.transactions++
		a.check()
	case events.EndBlock:
		a.blocks++
		a.check()
	}
}

func (a *Auditor) check() {
	a.money.check(a)
	a.volumes.check(a)
	a.books.check(a)
	a.fills.check(a)
	a.profits.check(a)
}

// found adds a finding.
func (a *Auditor) found(rule, format string, arguments ...any) {
	a.count++
	if len(a.findings) < Kept {
		a.findings = append(a.findings, Finding{
			Rule: rule, Height: a.at.Height(), Sequence: a.at.Sequence(), Tx: a.at.TxID(), What: fmt.Sprintf(format, arguments...),
		})
	}
}

// sequence checks the rule "order".
type sequence struct {
	started          bool
	height, sequence uint64
}

func (s *sequence) see(a *Auditor, e events.Event) {
	height, number := e.BlockHeight(), e.Sequence()
	_, start := e.(events.BeginBlock)
	switch {
	case start && (number != 0 || s.started && height <= s.height):
		a.found("order", "block %d starts with number %d after block %d", height, number, s.height)
	case !start && (height != s.height || number != s.sequence+1):
		a.found("order", "number %d of block %d follows number %d of block %d", number, height, s.sequence, s.height)
	}
	s.started, s.height, s.sequence = true, height, number
}
