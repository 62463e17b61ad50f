package positions

import "github.com/busgen/busgen/domain"

// digits is how many decimal places a quotient keeps.
const digits = 16

// ratio is a / b to 16 decimal places, halves away from zero. Dividing by zero gives zero: a market whose position
// factor is 0 has no money value, and an event must never stop the bus.
func ratio(a, b domain.Decimal) domain.Decimal {
	// The library truncates after 19 digits. That can't turn a half at the 17th into less than one, so rounding twice
	// is exact here.
	quotient, err := a.Div(b)
	if err != nil {
		return domain.Decimal{}
	}
	return quotient.RoundHAZ(digits)
}

// whole is an amount rounded to an integer, halves away from zero.
func whole(a domain.Decimal) domain.Decimal { return a.RoundHAZ(0) }
