package domain

import (
	"fmt"
	"slices"
)

// names are the names of an enumeration's values, in the order of their numbers.
type names []string

func (n names) name(value uint8) string {
	if int(value) >= len(n) {
		return fmt.Sprintf("UNKNOWN_%d", value)
	}
	return n[value]
}

func (n names) parse(what, name string) (uint8, error) {
	if i := slices.Index(n, name); i >= 0 {
		return uint8(i), nil
	}
	return 0, fmt.Errorf("unknown %s %q", what, name)
}
