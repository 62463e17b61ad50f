// Package settlement pays out gains and losses: the mark to market of one market at each mark price, and its final settlement.
//
// # What a party is due
//
// Prices are asset prices, volumes are in size units, f is the position factor, P0 the mark price before and P the new one. With the
// volume V that was marked before, the trades (s, p) since then, s signed, and what was left over before, c:
//
//	N   = c + V·(P − P0) + Σ s·(P − p)     an integer
//	due = floor(N / f)                     whole asset units, towards minus infinity
//	c'  = N − due·f                        what is left over now, 0 <= c' < f
//
// So what a party has been due in all is the exact figure rounded down once, never a sum of roundings (TestDueIsRoundedOnce). If a
// size unit is more than a contract, f is below one and nothing is ever left over.
//
// # Where the rest goes
//
// One side's gain is another's loss, so the N of all parties add up to the c of all, and what they are due adds up to minus the
// growth of R = Σc / f, a whole number that is never negative. R stays in the market's settlement account until the final
// settlement gives it to the insurance account (TestSettlementAccountHoldsTheRest). A party leaves less than one unit there.
//
// # Who pays
//
// Losers pay from their margin account, then from their general one; the network pays from the insurance account. What a loser
// cannot pay is told as a LossSocialization with that amount above zero: a loss that it was spared. If the settlement account then
// has less than the winners are due and R, the insurance account fills it as far as it goes. What is missing still is taken first
// from the network's gain, which would only have gone to the insurance account, then from the winners in proportion to their gains,
// rounded down, and what that leaves over one unit each from the first winners by name; each is told as a LossSocialization below
// zero. If the gains do not suffice, R is short until later payments or the insurance account have filled it (TestCascadeOfLosses).
//
// Winners are paid into their margin accounts; the network's gain goes to the insurance account. The network's money passes
// through a margin account in its name, which is empty before and after, so that the ledger shows whose gain it was.
//
// # What is told
//
// SettlePosition of each party that has volume or trades, by name; LossSocialization, of losers by
// name, of the network if its gain is cut, and of winners by name; the ledger's entries and balances. The positions plug-in, which computes the same from these events alone, never differs from
// what was moved by a whole unit (TestPlugInAgrees).
package settlement
