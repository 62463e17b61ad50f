// Package collateral is the double-entry ledger of an exchange's settlement asset.
//
// Each party has a general account, its free money, and a margin account in each market; each market has an insurance, a settlement
// and a fee account, and one for maker fees on their way. Behind the markets is one global insurance account. Every movement takes
// from one account what it gives to another, so that all accounts together hold what was deposited and not withdrawn; the
// external account stands for the world outside, and is the only one that may be negative.
//
// Amounts are whole units of the asset. A movement is booked at once, and told by the next [Ledger.Post]: one LedgerMovement with all
// entries since the last, then the balance of each account that they touched. Deposits and withdrawals tell their own entries.
//
// Proof: TestMoneyIsConserved (random movements: sums, signs, and balances explained by entries), ledger_test.go.
package collateral
