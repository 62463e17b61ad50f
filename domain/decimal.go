package domain

import "github.com/quagmt/udecimal"

// Decimal is an exact decimal number of any magnitude with up to 19 fraction digits: a price, an amount, a sum of sizes.
// Its zero value is 0. It is an immutable value and safe to share; compare two with Equal or Cmp, never with ==, since
// 1 and 1.0 differ in memory.
type Decimal = udecimal.Decimal
