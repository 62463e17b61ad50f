package muxtest

import "reflect"

// Compare describes the differences between two values.
func Compare(got, want any) string {
	return list(compare("", reflect.ValueOf(got), reflect.ValueOf(want)))
}
