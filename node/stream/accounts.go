package stream

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
)

// How the format writes the owner of the exchange's accounts, and the market of accounts without a market.
const (
	systemOwner = "*"
	noMarket    = "!"
)

func account(o *object) domain.Account {
	return domain.Account{ID: accountID(o), Balance: o.decimal("balance")}
}

// accountID reads the ID of an account. Ledger entries leave the owner and the market out where there is none.
func accountID(o *object) domain.AccountID {
	id := domain.AccountID{
		Owner:    o.optionalText("owner"),
		MarketID: o.optionalText("market"),
		Asset:    o.text("asset"),
		Type:     enum(o, "type", domain.ParseAccountType),
	}
	if id.Owner == systemOwner {
		id.Owner = ""
	}
	if id.MarketID == noMarket {
		id.MarketID = ""
	}
	return id
}

func ledgerMovements(o *object) domain.LedgerMovement {
	var entries []domain.LedgerEntry
	o.objects("entries", false, func(e *object) {
		entry := domain.LedgerEntry{
			Amount: e.decimal("amount"),
			Type:   enum(e, "type", domain.ParseTransferType),
			At:     e.time("timestamp"),
		}
		e.nested("from", false, func(id *object) { entry.From = accountID(id) })
		e.nested("to", false, func(id *object) { entry.To = accountID(id) })
		entries = append(entries, entry)
	})
	return domain.LedgerMovement{Entries: events.ListOf(entries...)}
}

// The format does not list the fields of deposits and withdrawals.
func deposit(o *object) domain.Deposit {
	return domain.Deposit{
		Party:  domain.Party{PartyID: o.optionalText("party")},
		ID:     o.optionalText("id"),
		Asset:  o.optionalText("asset"),
		Amount: optional(o, "amount", o.decimal),
		Status: optionalEnum(o, "status", domain.ParseDepositStatus),
		At:     optional(o, "timestamp", o.time),
	}
}

func withdrawal(o *object) domain.Withdrawal {
	return domain.Withdrawal{
		Party:  domain.Party{PartyID: o.optionalText("party")},
		ID:     o.optionalText("id"),
		Asset:  o.optionalText("asset"),
		Amount: optional(o, "amount", o.decimal),
		Status: optionalEnum(o, "status", domain.ParseWithdrawalStatus),
		At:     optional(o, "timestamp", o.time),
	}
}
