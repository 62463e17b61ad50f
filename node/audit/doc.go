// Package audit checks an exchange from its events alone, after every transaction and at the end of every block. It knows no engine:
// attach an [Auditor] to any bus that carries the trading domain's events.
//
// The rules:
//
//   - conserved: the balances that Account events state add up to what deposits brought in and withdrawals took out.
//   - negative: no balance but that of the world outside is below zero.
//   - explained: every stated balance is what the ledger entries so far make of it, and every account that an entry touched
//     has been stated by the end of the transaction.
//   - volumes: the parties' volumes of a market add up to zero, the network's included.
//   - crossed: the best bid of a market is below its best offer, in the book that Order events describe.
//   - filled: between two transactions an order's filled size grows by its trades' sizes, and by nothing else.
//   - profit: what settlement has moved for a party in a market, gains less losses less what was confiscated, is the realised and
//     unrealised profit and loss that the positions plug-in makes of the events, to one asset unit; positions of 1e15 contracts and
//     more are beyond the plug-in's 16 decimals.
//   - booked: the plug-in's volume and the trades that no settlement has booked yet add up to the volume that the core states.
//   - order: heights and sequence numbers increase, the latter one by one.
//
// The network's profit is compared only in markets whose position factor is one and whose prices are asset prices: the plug-in's rule
// for take-overs by the network computes with other units elsewhere (package positions says why). After its final settlement, a
// market's volumes are no longer compared with the plug-in's, which keeps them.
//
// A transaction costs what it touched, whatever the number of parties. Proof that each rule finds what it is for, and nothing else:
// TestFindings; that real streams pass: the tests of package execution.
package audit
