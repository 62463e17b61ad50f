package positions

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// split divides a traded size, + bought and - sold, into what it closes of the open volume and what it opens. The closed
// part has the sign of the volume: it is what comes off. The opened part has the sign of the size, and always
// opened = size + closed.
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

// signed is a size as a decimal, which has no largest value that a sum could pass.
func signed(size int64) domain.Decimal { return udecimal.MustFromInt64(size, 0) }

// unsigned is the same for a size without a sign.
func unsigned(size uint64) domain.Decimal { return udecimal.MustFromUint64(size, 0) }
