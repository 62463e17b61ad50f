package positions

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// digits is the number of decimal places of a quotient.
const digits = 16

// ratio returns a / b to 16 decimal places, halves away from zero. Dividing by zero gives zero: a market whose position factor is 0
// has no money value, and an event must never stop the bus.
func ratio(a, b domain.Decimal) domain.Decimal {
	// The library truncates after 19 digits. That cannot turn a half at the 17th into less than one, so rounding twice is exact.
	quotient, err := a.Div(b)
	if err != nil {
		return domain.Decimal{}
	}
	return quotient.RoundHAZ(digits)
}

// whole returns an amount rounded to an integer, halves away from zero.
func whole(a domain.Decimal) domain.Decimal { return a.RoundHAZ(0) }

// split divides a traded size, + bought and - sold, into what it closes of the open volume and what it opens. The closed part has the
// sign of the volume that comes off. The opened part has the sign of the size, and always opened = size + closed.
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

// signed returns a size as a decimal, which has no largest value that a sum could exceed.
func signed(size int64) domain.Decimal { return udecimal.MustFromInt64(size, 0) }

// unsigned is signed for a size without a sign.
func unsigned(size uint64) domain.Decimal { return udecimal.MustFromUint64(size, 0) }
