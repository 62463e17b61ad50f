package stream

import (
	"strconv"
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// maxDigits is the maximal length of a quantity. The longest recorded one has about forty digits. The bound keeps arithmetic on
// hostile input cheap.
const maxDigits = 100

// decimal reads a JSON string with a decimal number without exponent.
func (o *object) decimal(name string) domain.Decimal {
	text := o.text(name)
	if *o.cause != nil {
		return udecimal.Zero
	}
	if !isDecimal(text) {
		o.fail(name, "want a decimal number, got %q", clip([]byte(text)))
		return udecimal.Zero
	}
	d, err := udecimal.Parse(text)
	if err != nil {
		o.fail(name, "want a decimal number: %v", err)
	}
	return d
}

// integer reads a decimal without a fraction.
func (o *object) integer(name string) domain.Decimal {
	d := o.decimal(name)
	if !d.Equal(d.Trunc(0)) {
		o.fail(name, "want an integer, got %s", d)
		return udecimal.Zero
	}
	return d
}

// positive reads a decimal above zero.
func (o *object) positive(name string) domain.Decimal {
	d := o.decimal(name)
	if !d.IsPos() {
		o.fail(name, "want a number above zero, got %s", d)
	}
	return d
}

// optional reads a member if it exists, and returns zero otherwise.
func optional[T any](o *object, name string, read func(string) T) T {
	if !o.has(name) {
		var zero T
		return zero
	}
	return read(name)
}

// count reads a JSON string with an integer of 64 bits.
func (o *object) count(name string) int64 {
	text := o.text(name)
	if *o.cause != nil {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		o.fail(name, "want an integer, got %q", clip([]byte(text)))
	}
	return n
}

// ordinal reads a count that is not below zero.
func (o *object) ordinal(name string) uint64 {
	text := o.text(name)
	if *o.cause != nil {
		return 0
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		o.fail(name, "want a natural number, got %q", clip([]byte(text)))
	}
	return n
}

// time reads a JSON string with the nanoseconds since 1970. 0 is that instant, not the zero time.
func (o *object) time(name string) time.Time { return time.Unix(0, o.count(name)).UTC() }

// isDecimal reports whether text is an optional minus, digits, and optionally a point with more digits.
func isDecimal(text string) bool {
	if text != "" && text[0] == '-' {
		text = text[1:]
	}
	if text == "" || len(text) > maxDigits {
		return false
	}
	point := false
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
		case c == '.' && !point && i > 0 && i < len(text)-1:
			point = true
		default:
			return false
		}
	}
	return true
}
