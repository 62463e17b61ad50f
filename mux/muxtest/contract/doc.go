// Package contract is what a generated bus promises (see docs/guarantees.md), as tests for any domain and any bus, router or wired bus. A test of one's own
// bus is one call:
//
//	func TestContract(t *testing.T) {
//		contract.Run(t, contract.Subject{
//			Make: func(observe contract.Observer) contract.Bus {
//				return NewDeskBus(Desk{Clerk: &clerk{observe}})
//			},
//			Kinds: []contract.Kind{
//				contract.KindOf(lent, func(b contract.Bus, p library.Lent) { b.(*DeskBus).EmitLent(p) }, generated.NewLent,
//					contract.Call{Consumer: "clerk", Method: "OnLent"}),
//			},
//		})
//	}
//
// A promise is one test of the suite. A subject is a way to make a bus, with consumers that tell an observer of each of their calls, and what
// they have to tell. A trial is one bus of a subject under test. What only a router can do, to attach and detach, is tested here too, on a sample.
//
// Being part of the test kit it uses reflection, as nothing on the way of an event does.
package contract
