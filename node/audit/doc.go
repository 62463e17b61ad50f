// Package audit checks an exchange from its events alone, after every transaction and at the end of every block. It imports no engine:
// attach an [Auditor] to any bus that carries the events of the trading domain.
//
// The rules:
//
//   - conserved: the sum of all balances in Account events is what deposits brought in less what withdrawals took out.
//   - negative: no balance is below zero, except that of the world outside.
//   - explained: every stated balance is the sum of the ledger entries so far, and every account that an entry changed has been
//     stated by the end of the transaction.
//   - volumes: the parties' volumes in a market, the network's included, add up to zero.
//   - crossed: the best bid of a market is below its best offer, in the book that Order events describe.
//   - filled: between two transactions the filled size of an order grows by the sizes of its trades, and by nothing else.
//   - profit: what settlement has moved for a party in a market (gains less losses less what was confiscated) is the realised and
//     unrealised profit and loss that the positions plug-in computes from the events, to one asset unit. Positions of 1e15 contracts
//     and more are beyond the plug-in's 16 decimals.
//   - booked: the plug-in's volume and the trades that no settlement has booked yet add up to the volume that the core states.
//   - order: heights and sequence numbers increase, sequence numbers by one.
//
// The network's profit is compared only in markets whose position factor is one and whose prices are asset prices. In other markets the
// plug-in's rule for take-overs by the network uses other units (package positions explains why). After its final settlement, a
// market's volumes are no longer compared with the plug-in's, which does not change them.
//
// A transaction costs time for what it touched, not for the number of parties. The auditor keeps no event: what it needs of one it
// copies during its delivery.
//
// Proof that each rule finds what it is for, and nothing else: TestFindings. That real streams pass: the tests of package execution.
package audit
