package mux

import (
	"errors"
	"runtime"
	"strings"
)

// refusal says why a consumer can't be attached.
func refusal(consumer any, nearest string) error {
	if consumer == nil {
		return errors.New("attach: the consumer is nil")
	}
	return errors.New("attach: " + typeName(consumer) + " has no method of any consumer interface; " + nearest)
}

// typeName names the type of a value without reflection: the error of a failed type assertion has the name.
func typeName(v any) (name string) {
	const before, after = "interface conversion: ", " is not "
	defer func() {
		name = "the value"
		if err, ok := recover().(runtime.Error); ok {
			_, text, _ := strings.Cut(err.Error(), before)
			if typ, _, found := strings.Cut(text, after); found {
				name = typ
			}
		}
	}()
	v.(interface{ noTypeHasThis() }).noTypeHasThis()
	return ""
}
