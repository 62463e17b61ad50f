package risk

import (
	"fmt"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// Factors are a market's risk parameters.
type Factors struct {
	// Long and Short are the maintenance margin of a long and of a short position, as fractions of its value.
	Long, Short domain.Decimal
	// Search, Initial and Release are multiples of the maintenance margin.
	Search, Initial, Release domain.Decimal
}

// Validate returns an error unless Long and Short are positive and 1 <= Search < Initial < Release.
func (f Factors) Validate() error {
	switch {
	case !f.Long.IsPos() || !f.Short.IsPos():
		return fmt.Errorf("risk factors of %s long and %s short: want both above 0", f.Long, f.Short)
	case f.Search.LessThan(udecimal.One) || !f.Search.LessThan(f.Initial) || !f.Initial.LessThan(f.Release):
		return fmt.Errorf("margin levels of %s, %s and %s times maintenance: want 1 <= search < initial < release", f.Search, f.Initial, f.Release)
	}
	return nil
}
