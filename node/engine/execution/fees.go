package execution

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/matching"
)

// bill has the fees that the taker owes for the fills of a plan.
type bill struct {
	fees           []matching.Fees // of each fill
	makers         []string        // the party that gets the maker fee of each fill
	maker          []domain.Decimal
	infrastructure domain.Decimal
	total          domain.Decimal
}

// bill returns the fees of a plan, each rounded up to a whole unit for each fill.
func (m *market) bill(plan matching.Plan) bill {
	var b bill
	for _, fill := range plan.Fills {
		value := m.value(fill.Size, fill.Price)
		fee := domain.Fee{
			Maker:          value.Mul(m.definition.MakerFee).Ceil(),
			Infrastructure: value.Mul(m.definition.InfrastructureFee).Ceil(),
		}
		fees := matching.Fees{Buyer: fee}
		if plan.Order.Side == domain.SideSell {
			fees = matching.Fees{Seller: fee}
		}
		b.fees = append(b.fees, fees)
		b.makers = append(b.makers, fill.Maker.PartyID)
		b.maker = append(b.maker, fee.Maker)
		b.infrastructure = b.infrastructure.Add(fee.Infrastructure)
		b.total = b.total.Add(fee.Maker).Add(fee.Infrastructure)
	}
	return b
}

// pay moves the fees of a bill from the party's free money, then from its margin, to the makers and the fee account. The party has
// enough.
func (m *market) pay(party string, b bill) {
	id := m.definition.ID
	fees, makerFees := m.accounts.Fees(id), m.accounts.MakerFees(id)
	for i, amount := range b.maker {
		m.collect(party, makerFees, amount, domain.TransferTypeMakerFeePay)
		m.accounts.Move(makerFees, m.accounts.General(b.makers[i]), amount, domain.TransferTypeMakerFeeReceive)
	}
	m.collect(party, fees, b.infrastructure, domain.TransferTypeInfrastructureFeePay)
}

func (m *market) collect(party string, to domain.AccountID, amount domain.Decimal, why domain.TransferType) {
	paid := m.accounts.MoveUpTo(m.accounts.General(party), to, amount, why)
	m.accounts.Move(m.accounts.Margin(party, m.definition.ID), to, amount.Sub(paid), why)
}

// value returns the value of a size at a market price, in asset units, not rounded.
func (m *market) value(size, price uint64) domain.Decimal {
	return number(size).Mul(m.assetPrice(price)).Mul(m.contract)
}
