// Package settlement pays gains and collects losses: by a mark to market at each mark price of a market, and by its final settlement.
//
// # What a party is due
//
// Prices are asset prices, volumes are in size units, and f is the position factor. P0 is the last mark price, P the new one. V is the
// volume of a party at the last mark, (s, p) are the sizes and prices of its trades since then, s signed, and c is the remainder of
// the last mark:
//
//	N   = c + V·(P − P0) + Σ s·(P − p)     an integer
//	due = floor(N / f)                     whole asset units, towards minus infinity
//	c'  = N − due·f                        the new remainder, 0 <= c' < f
//
// So the sum of all that a party was due is the exact figure rounded down once, never a sum of rounded figures (TestDueIsRoundedOnce).
// If a size unit is more than a contract, f is below one and there is no remainder.
//
// # Where the remainders go
//
// The gain of one side is the loss of the other, so the N of all parties add up to the c of all parties. Therefore the sum of all dues
// is minus the growth of R = Σc / f, a whole number that is never negative. R stays in the market's settlement account until the final
// settlement moves it to the insurance account (TestSettlementAccountHoldsTheRest). It has less than one unit of each party.
//
// # Who pays
//
// Losers pay from their margin account, then from their general account. The network pays from the insurance account. What a loser
// cannot pay is emitted as a LossSocialization with that amount, above zero: a loss that the party did not bear.
//
// If the settlement account then holds less than R and what the winners are due, the insurance account pays the difference as far as
// it can. What is still missing is taken from the network's gain first, which would have gone to the insurance account. Then it is
// taken from the winners in proportion to their gains, rounded down, and the units that are left over one each from the first winners
// by name. Each cut is emitted as a LossSocialization below zero. If the gains do not suffice, R is short until later payments or the
// insurance account have filled it (TestCascadeOfLosses).
//
// Winners are paid into their margin accounts. The network's gain goes to the insurance account. The network's money passes through a
// margin account of its own, which is empty before and after, so that the ledger shows whose gain it was.
//
// # Events
//
// First SettlePosition of each party with volume or trades, by name. Then LossSocialization: of losers by name, of the network if its
// gain is cut, and of winners by name. Last the ledger's entries and balances. The positions plug-in computes the same from these
// events alone. It differs from what was moved by less than a unit (TestPlugInAgrees).
package settlement
