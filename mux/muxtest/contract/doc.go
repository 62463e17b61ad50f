// Package contract is a conformance test suite for generated buses, router or wired bus, of any
// domain (see docs/guarantees.md). A test of one's own bus is one call:
//
//	func TestContract(t *testing.T) {
//		contract.Run(t, contract.Subject{
//			Make: func(observe contract.Observer) contract.Bus {
//				return NewDeskBus(Desk{Clerk: &clerk{observe}})
//			},
//			Kinds: []contract.Kind{
//				contract.KindOf(loan, func(b contract.Bus, p library.Loan) { b.(*DeskBus).EmitLoan(p) },
//					generated.NewLoan, contract.Call{Consumer: "clerk", Method: "OnLoan"}),
//			},
//		})
//	}
//
// A promise is one test of the suite. A subject says how to make a bus whose consumers report each
// of their calls to an observer, and which calls each event has to make. A trial is one bus of a
// subject under test. Attaching and detaching, which only a router can do, are tested here too, on
// a sample domain.
//
// The suite finds the methods of events, views and buses by reflection. The delivery path uses
// none.
package contract
