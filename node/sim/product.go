package sim

import (
	"strconv"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/engine/risk"
)

// Asset is the asset that all markets settle in. It has [assetPlaces] decimal places: an asset unit is a hundredth of a cent.
const Asset = "USD"

const (
	assetPlaces = 4
	dollar      = 10_000 // in asset units
)

// product has the properties in which markets differ.
type product struct {
	name                   string
	places, positionPlaces int
	price                  uint64 // market price
	lot                    uint64 // the usual size of an order, worth some ten thousand dollars
	margin                 string // maintenance margin of longs and shorts, a fraction
}

// products are assigned to the markets in turn. The first has factors of 1 everywhere; then come a price factor of 100 with a position factor of
// 1000, a position factor of 0.1, and one of 10.
var products = []product{
	{"ETH", 4, 0, 2_500_0000, 4, "0.05"},
	{"BTC", 2, 3, 60_000_00, 150, "0.04"},
	{"OIL", 4, -1, 12_3456, 80, "0.05"},
	{"GOLD", 4, 1, 2_000_0000, 50, "0.03"},
}

// definition returns the market for the exchange. Its name has its number, from 1.
func (p product) definition(number int) execution.Market {
	margin := udecimal.MustParse(p.margin)
	return execution.Market{
		ID:                    p.name + "-" + strconv.Itoa(number),
		DecimalPlaces:         p.places,
		AssetDecimalPlaces:    assetPlaces,
		PositionDecimalPlaces: p.positionPlaces,
		MarkPrice:             p.price,
		Factors: risk.Factors{
			Long: margin, Short: margin,
			Search:  udecimal.MustParse("1.1"),
			Initial: udecimal.MustParse("1.3"),
			Release: udecimal.MustParse("1.6"),
		},
		MakerFee:          udecimal.MustParse("0.0001"),
		InfrastructureFee: udecimal.MustParse("0.0002"),
		DisposalRange:     udecimal.MustParse("0.03"),
	}
}
