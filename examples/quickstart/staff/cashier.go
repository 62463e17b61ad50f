package staff

import (
	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
)

// Cashier is a plug-in that emits: it answers a late return with a fine.
type Cashier struct {
	// Out emits the fines. It is set once there is a bus, which is made from its consumers.
	Out generated.FinedEmitter
}

// OnReturned emits a fine of ten cents a day. It is delivered when the current event has reached
// every consumer.
func (c *Cashier) OnReturned(e generated.Returned) {
	if late := e.Returned().DaysLate(); late > 0 {
		c.Out.EmitFined(library.Fined{Book: e.Book().AsStruct(), Cents: 10 * late})
	}
}

// Till has the consumers of a bus one of which emits.
//
//busgen:wire
type Till struct {
	Cashier *Cashier
	History *History
}

// NewTill returns the bus of a till with a history.
func NewTill(history *History) *TillBus {
	cashier := &Cashier{}
	bus := NewTillBus(Till{Cashier: cashier, History: history})
	cashier.Out = bus
	return bus
}
