package mux

import "github.com/busgen/busgen/events"

// none is the number of no kind.
const none = 1<<32 - 1

// Number is the number of the event's kind. What has none, nil or a foreign type around nil, has a number that no kind has.
func Number(e events.Event) (number uint32) {
	if e == nil {
		return none
	}
	defer func() {
		if recover() != nil {
			number = none
		}
	}()
	return e.Kind().Number()
}
