package positions

import (
	"math/big"
	"testing"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
)

// FuzzRatio compares the division with exact fractions.
func FuzzRatio(f *testing.F) {
	for _, seed := range [][2]string{
		{"1", "3"}, {"-1", "3"}, {"5", "1"}, {"1", "20000000000000000"}, {"-1", "20000000000000000"},
		{"3", "20000000000000000"}, {"49999999999999999", "1000000000000000000000000000000000"},
		{"340282366920938463463374607431768211455", "0.001"}, {"1001000000000000000000.0000000000000005", "7"},
		{"123456789012345678901234567890123456789012345678901234567890", "99999999999999999999999.5"},
		{"1", "0"}, {"2.5", "2"}, {"-2.5", "2"}, {"0.5", "-1"}, {"-0.49999999999999999", "1"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		a, errA := udecimal.Parse(first)
		b, errB := udecimal.Parse(second)
		if errA != nil || errB != nil {
			return
		}
		got := ratio(a, b)
		if b.IsZero() {
			require.True(t, got.IsZero())
			return
		}
		exact := new(big.Rat).Quo(fraction(t, a), fraction(t, b))
		require.Zero(t, fraction(t, got).Cmp(halfAway(exact, digits)), "%s / %s = %s", a, b, got)
		require.Zero(t, fraction(t, whole(a)).Cmp(halfAway(fraction(t, a), 0)), "whole %s = %s", a, whole(a))
	})
}

// fraction converts a decimal to an exact fraction.
func fraction(t *testing.T, d domain.Decimal) *big.Rat {
	r, ok := new(big.Rat).SetString(d.String())
	require.True(t, ok, d)
	return r
}

// halfAway rounds in the simplest way: it scales, adds a half away from zero, truncates and scales
// back.
func halfAway(r *big.Rat, places int64) *big.Rat {
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(places), nil))
	scaled := new(big.Rat).Mul(new(big.Rat).Abs(r), scale)
	scaled.Add(scaled, big.NewRat(1, 2))
	truncated := new(big.Rat).SetInt(new(big.Int).Quo(scaled.Num(), scaled.Denom()))
	if r.Sign() < 0 {
		truncated.Neg(truncated)
	}
	return truncated.Quo(truncated, scale)
}
