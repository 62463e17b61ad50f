package mux

import (
	"errors"
	"strings"

	"github.com/busgen/busgen/events"
)

// Candidate is a consumer that is about to be attached.
type Candidate struct {
	Value   any
	Every   events.Consumer // Value, if it is one
	Matches bool            // Value has a consumer method
}

// refusal returns why the consumer cannot be attached, or nil. wrong holds the right signatures of methods that have other ones.
func (c *Candidate) refusal(wrong []string) error {
	switch {
	case c.Value == nil:
		return errors.New("attach: the consumer is nil")
	case len(wrong) > 0:
		return errors.New("attach: " + typeName(c.Value) + " has methods that look like consumer methods and have another signature; write " +
			strings.Join(wrong, ", "))
	case !c.Matches:
		return errors.New("attach: " + typeName(c.Value) + " has no consumer method: check the names of its methods, " +
			"attach a pointer if they have pointer receivers, and wrap a function in its Func type")
	}
	return nil
}

// typeName returns the name of a type without reflection: the error of a failed type assertion says it.
func typeName(v any) (name string) {
	defer func() {
		err, _ := recover().(error)
		_, text, _ := strings.Cut(err.Error(), "interface conversion: ")
		name, _, _ = strings.Cut(text, " is not ")
	}()
	v.(interface{ noTypeHasThis() }).noTypeHasThis()
	return ""
}
