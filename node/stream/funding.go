package stream

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
)

func fundingPayments(o *object) domain.FundingPayments {
	var payments []domain.FundingPayment
	o.objects("payments", true, func(p *object) {
		payments = append(payments, domain.FundingPayment{PartyID: p.text("party"), Amount: p.decimal("amount")})
	})
	return domain.FundingPayments{
		Market:   market(o),
		Period:   optional(o, "funding_seq", o.ordinal),
		Payments: events.ListOf(payments...),
	}
}

func fundingPeriod(o *object) domain.FundingPeriod {
	return domain.FundingPeriod{
		Market:  market(o),
		Period:  o.ordinal("funding_seq"),
		Start:   o.time("start"),
		End:     optional(o, "end", o.time),
		Paid:    o.has("funding_payment"),
		Payment: optional(o, "funding_payment", o.decimal),
		Rate:    optional(o, "funding_rate", o.decimal),
	}
}
