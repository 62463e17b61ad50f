// Package collateral is the double-entry ledger of an exchange's settlement asset.
//
// Each party has a general account for its free money, and a margin account in each market. Each market has an insurance, a
// settlement and a fee account, and one that maker fees pass through. All markets share one global insurance account. Every movement
// has two entries of the same amount, so all accounts together hold what was deposited less what was withdrawn. The external account
// stands for the world outside, and is the only one that may be negative.
//
// Amounts are whole units of the asset. A movement changes the balances at once. The next [Ledger.Post] emits it: one LedgerMovement
// with all entries since the last, then the balance of each account that they changed. Deposits and withdrawals emit their own
// entries.
//
// TestMoneyIsConserved proves it by random movements: sums, signs, and balances explained by entries.
package collateral
