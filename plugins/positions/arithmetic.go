package positions

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// digits is the number of decimal places of a quotient.
const digits = 16

// ratio returns a / b to 16 decimal places, halves away from zero. It returns zero if b is zero: a
// market whose position factor is 0 has no money value, and an event must never stop the bus.
func ratio(a, b domain.Decimal) domain.Decimal {
	// The library truncates after 19 digits. Truncation cannot change whether the digits after the
	// 16th are at least a half, so rounding after it is exact.
	quotient, err := a.Div(b)
	if err != nil {
		return domain.Decimal{}
	}
	return quotient.RoundHAZ(digits)
}

// whole returns an amount rounded to an integer, halves away from zero.
func whole(a domain.Decimal) domain.Decimal { return a.RoundHAZ(0) }

// split divides a traded size (positive if bought, negative if sold) into the volume that it closes
// and the volume that it opens. The closed volume has the sign of the open volume, the opened volume
// has the sign of the size, and opened = size + closed.
func split(open, size domain.Decimal) (closed, opened domain.Decimal) {
	if open.IsZero() || open.Sign() == size.Sign() {
		return domain.Decimal{}, size
	}
	if size.Abs().GreaterThan(open.Abs()) {
		closed = open
	} else {
		closed = size.Neg()
	}
	return closed, size.Add(closed)
}

// signed converts a size to a decimal. A sum of decimals cannot overflow.
func signed(size int64) domain.Decimal { return udecimal.MustFromInt64(size, 0) }

// unsigned converts a size without a sign to a decimal.
func unsigned(size uint64) domain.Decimal { return udecimal.MustFromUint64(size, 0) }
