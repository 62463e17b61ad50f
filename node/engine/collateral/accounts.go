package collateral

import "github.com/busgen/busgen/domain"

// External returns the account of the world outside: deposits come from it, withdrawals go to it.
func (l *Ledger) External() domain.AccountID {
	return domain.AccountID{Asset: l.asset, Type: domain.AccountTypeExternal}
}

// General returns the account of a party's free money.
func (l *Ledger) General(party string) domain.AccountID {
	return domain.AccountID{Owner: party, Asset: l.asset, Type: domain.AccountTypeGeneral}
}

// Margin returns the account of a party's collateral in a market.
func (l *Ledger) Margin(party, market string) domain.AccountID {
	return domain.AccountID{Owner: party, MarketID: market, Asset: l.asset, Type: domain.AccountTypeMargin}
}

// Insurance returns the account of a market's pool against losses that the losers cannot pay.
func (l *Ledger) Insurance(market string) domain.AccountID {
	return l.ofMarket(market, domain.AccountTypeInsurance)
}

// Settlement returns the account of what the losers of a market have paid and the winners have not received yet.
func (l *Ledger) Settlement(market string) domain.AccountID {
	return l.ofMarket(market, domain.AccountTypeSettlement)
}

// Fees returns the account of the fees that a market has earned.
func (l *Ledger) Fees(market string) domain.AccountID {
	return l.ofMarket(market, domain.AccountTypeFeesInfrastructure)
}

// MakerFees returns the account that a market's maker fees pass through.
func (l *Ledger) MakerFees(market string) domain.AccountID {
	return l.ofMarket(market, domain.AccountTypeFeesMaker)
}

// GlobalInsurance returns the account of the pool that all markets share.
func (l *Ledger) GlobalInsurance() domain.AccountID {
	return domain.AccountID{Asset: l.asset, Type: domain.AccountTypeGlobalInsurance}
}

func (l *Ledger) ofMarket(market string, kind domain.AccountType) domain.AccountID {
	return domain.AccountID{MarketID: market, Asset: l.asset, Type: kind}
}
