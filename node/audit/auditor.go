package audit

import (
	"fmt"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/plugins/positions"
)

// Kept is how many findings an auditor keeps; it counts the others.
const Kept = 100

// Finding is a rule that does not hold.
type Finding struct {
	Rule     string
	Height   uint64
	Sequence uint64 // of the event at which it showed
	Tx       string // empty between transactions
	What     string
}

// String is the finding on one line.
func (f Finding) String() string {
	return fmt.Sprintf("block %d, event %d, transaction %q: %s: %s", f.Height, f.Sequence, f.Tx, f.Rule, f.What)
}

// Auditor is a consumer that checks all rules. It belongs to the goroutine that drives its bus, reading included.
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
	generated.AccountConsumer
	generated.PositionStateConsumer
	generated.OrderConsumer
	generated.TradeConsumer
	generated.SettlePositionConsumer
	generated.SettleDistressedConsumer
	generated.LossSocializationConsumer
	generated.FundingPaymentsConsumer
	generated.MarketSettledConsumer
} = (*Auditor)(nil)

// New is an auditor that has seen nothing. It must see all events from the first block on.
func New() *Auditor {
	a := &Auditor{
		money:   money{accounts: map[domain.AccountID]*balance{}},
		volumes: volumes{markets: map[string]*market{}},
		books:   books{markets: map[string]*book{}, orders: map[string]resting{}},
		fills:   fills{filled: map[string]uint64{}, touched: map[string]*change{}},
		profits: profits{plugin: positions.New(positions.Config{}), pairs: map[pair]*side{}, markets: map[string]*terms{}},
	}
	return a
}

// Findings is the first findings, at most [Kept] of them.
func (a *Auditor) Findings() []Finding { return a.findings }

// Err is nil if every rule held, or an error that has the first finding and says how many there are.
func (a *Auditor) Err() error {
	if a.count == 0 {
		return nil
	}
	return fmt.Errorf("%d findings, the first: %s", a.count, a.findings[0])
}

// Transactions is how many transactions were checked.
func (a *Auditor) Transactions() uint64 { return a.transactions }

// Blocks is how many blocks were checked.
func (a *Auditor) Blocks() uint64 { return a.blocks }

// OnEvent sees every event after the methods that know its type; the ends of transactions and blocks are where the rules are checked.
func (a *Auditor) OnEvent(e events.Event) {
	a.at = e.Header()
	a.sequence.see(a, e)
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

// found keeps a finding.
func (a *Auditor) found(rule, format string, arguments ...any) {
	a.count++
	if len(a.findings) < Kept {
		a.findings = append(a.findings, Finding{
			Rule: rule, Height: a.at.Height(), Sequence: a.at.Sequence(), Tx: a.at.TxID(), What: fmt.Sprintf(format, arguments...),
		})
	}
}

// sequence is the rule "order".
type sequence struct {
	begun            bool
	height, sequence uint64
}

func (s *sequence) see(a *Auditor, e events.Event) {
	height, number := e.BlockHeight(), e.Sequence()
	_, begin := e.(events.BeginBlock)
	switch {
	case begin && (number != 0 || s.begun && height <= s.height):
		a.found("order", "block %d begins with number %d after block %d", height, number, s.height)
	case !begin && (height != s.height || number != s.sequence+1):
		a.found("order", "number %d of block %d follows number %d of block %d", number, height, s.sequence, s.height)
	}
	s.begun, s.height, s.sequence = true, height, number
}
