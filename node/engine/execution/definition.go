package execution

import (
	"fmt"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/risk"
)

// The largest price of a market, size of an order, and volume of a party, which is its position with all its orders in a market. A market
// can have some millions of parties with that volume before what the network takes over could exceed an int64.
const (
	MaxPrice  = 1_000_000_000_000_000
	MaxSize   = 1_000_000_000_000
	MaxVolume = 1_000_000_000_000
)

// maxPlaces bounds decimal places, so that factors are exact: a decimal has 19 fraction digits.
const maxPlaces = 9

// Market defines a futures market.
type Market struct {
	ID string
	// DecimalPlaces are those of the market's prices, AssetDecimalPlaces those of the settlement asset, which has as many
	// or more. A market price times ten to the power of their difference is an asset price.
	DecimalPlaces, AssetDecimalPlaces int
	// PositionDecimalPlaces are those of sizes. They may be negative. Ten to their power is the position factor.
	PositionDecimalPlaces int
	MarkPrice             uint64 // the first one, a market price
	Factors               risk.Factors
	// The fees of the taker, as fractions of the trade's value: for the maker, and for the market's fee account.
	MakerFee, InfrastructureFee domain.Decimal
	// DisposalRange is how far from the mark price the network trades at most, as a fraction of it.
	DisposalRange domain.Decimal
}

// Validate returns an error if the definition is out of its limits.
func (m Market) Validate() error {
	one := udecimal.One
	switch {
	case m.ID == "":
		return fmt.Errorf("a market needs an ID")
	case m.DecimalPlaces < 0 || m.AssetDecimalPlaces < m.DecimalPlaces || m.AssetDecimalPlaces-m.DecimalPlaces > maxPlaces:
		return fmt.Errorf("market %s: decimal places %d with %d of the asset: want 0 to %[3]d, and up to %d more of the asset", m.ID, m.DecimalPlaces, m.AssetDecimalPlaces, maxPlaces)
	case m.PositionDecimalPlaces < -maxPlaces || m.PositionDecimalPlaces > maxPlaces:
		return fmt.Errorf("market %s: position decimal places %d: want %d to %d", m.ID, m.PositionDecimalPlaces, -maxPlaces, maxPlaces)
	case m.MarkPrice == 0 || m.MarkPrice > MaxPrice:
		return fmt.Errorf("market %s: mark price %d: want 1 to %d", m.ID, m.MarkPrice, uint64(MaxPrice))
	case m.MakerFee.IsNeg() || m.InfrastructureFee.IsNeg() || m.MakerFee.Add(m.InfrastructureFee).GreaterThan(one):
		return fmt.Errorf("market %s: fees of %s and %s: want fractions that add up to 1 at most", m.ID, m.MakerFee, m.InfrastructureFee)
	case m.DisposalRange.IsNeg() || m.DisposalRange.GreaterThan(one):
		return fmt.Errorf("market %s: disposal range %s: want a fraction from 0 to 1", m.ID, m.DisposalRange)
	}
	if err := m.Factors.Validate(); err != nil {
		return fmt.Errorf("market %s: %w", m.ID, err)
	}
	return nil
}

// PriceFactor returns the factor from market prices to asset prices.
func (m Market) PriceFactor() domain.Decimal { return tenTo(m.AssetDecimalPlaces - m.DecimalPlaces) }

// PositionFactor returns the number of size units in one whole contract. It is below 1 if a size unit is more than a contract.
func (m Market) PositionFactor() domain.Decimal { return tenTo(m.PositionDecimalPlaces) }

func tenTo(power int) domain.Decimal {
	if power < 0 {
		return udecimal.MustFromInt64(1, uint8(-power))
	}
	n := uint64(1)
	for range power {
		n *= 10
	}
	return udecimal.MustFromUint64(n, 0)
}
