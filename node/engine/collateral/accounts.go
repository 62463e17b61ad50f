package collateral

import "github.com/busgen/busgen/domain"

// External is the world outside, where deposits come from and withdrawals go to.
func (l *Ledger) External() domain.AccountID {
	return domain.AccountID{Asset: l.asset, Type: domain.AccountTypeExternal}
}

// General is a party's free money.
func (l *Ledger) General(party string) domain.AccountID {
	return domain.AccountID{Owner: party, Asset: l.asset, Type: domain.AccountTypeGeneral}
}

// Margin is a party's collateral in a market.
func (l *Ledger) Margin(party, market string) domain.AccountID {
	return domain.AccountID{Owner: party, MarketID: market, Asset: l.asset, Type: domain.AccountTypeMargin}
}

// Insurance is a market's pool against losses that nobody can pay.
func (l *Ledger) Insurance(market string) domain.AccountID {
	return l.ofMarket(market, domain.AccountTypeInsurance)
}

// Settlement is what losers of a market have paid and winners have not yet got.
func (l *Ledger) Settlement(market string) domain.AccountID {
	return l.ofMarket(market, domain.AccountTypeSettlement)
}

// Fees is what a market has earned.
func (l *Ledger) Fees(market string) domain.AccountID {
	return l.ofMarket(market, domain.AccountTypeFeesInfrastructure)
}

// MakerFees are a market's fees on their way to the makers.
func (l *Ledger) MakerFees(market string) domain.AccountID {
	return l.ofMarket(market, domain.AccountTypeFeesMaker)
}

// GlobalInsurance is the pool behind those of the markets.
func (l *Ledger) GlobalInsurance() domain.AccountID {
	return domain.AccountID{Asset: l.asset, Type: domain.AccountTypeGlobalInsurance}
}

func (l *Ledger) ofMarket(market string, kind domain.AccountType) domain.AccountID {
	return domain.AccountID{MarketID: market, Asset: l.asset, Type: kind}
}
