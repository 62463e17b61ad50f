package events

import (
	"errors"
	"strings"
)

// Consumer is implemented by consumers of every event, boundaries included.
type Consumer interface{ OnEvent(Event) }

// BeginBlockConsumer is implemented by consumers of the start of blocks.
type BeginBlockConsumer interface{ OnBeginBlock(BeginBlock) }

// EndTxConsumer is implemented by consumers of the end of transactions.
type EndTxConsumer interface{ OnEndTx(EndTx) }

// EndBlockConsumer is implemented by consumers of the end of blocks.
type EndBlockConsumer interface{ OnEndBlock(EndBlock) }

// Func adapts a function to [Consumer].
type Func func(Event)

// OnEvent calls f.
func (f Func) OnEvent(e Event) { f(e) }

// WrongMethods returns the right signatures of those methods of a consumer that have the name of a consumer method of this package
// and another signature. Without reflection it knows the usual mistakes only.
func WrongMethods(consumer any) (want []string) {
	switch consumer.(type) {
	case interface{ OnEvent(any) }, interface{ OnEvent() }, interface{ OnEvent(Event) error }:
		want = append(want, "OnEvent(events.Event)")
	}
	switch consumer.(type) {
	case interface{ OnBeginBlock(Block) }, interface{ OnBeginBlock(*BeginBlock) }, interface{ OnBeginBlock(Event) },
		interface{ OnBeginBlock(Header) }, interface{ OnBeginBlock(any) }, interface{ OnBeginBlock() }, interface{ OnBeginBlock(BeginBlock) error }:
		want = append(want, "OnBeginBlock(events.BeginBlock)")
	}
	switch consumer.(type) {
	case interface{ OnEndTx(string) }, interface{ OnEndTx(*EndTx) }, interface{ OnEndTx(Event) },
		interface{ OnEndTx(Header) }, interface{ OnEndTx(any) }, interface{ OnEndTx() }, interface{ OnEndTx(EndTx) error }:
		want = append(want, "OnEndTx(events.EndTx)")
	}
	switch consumer.(type) {
	case interface{ OnEndBlock(Block) }, interface{ OnEndBlock(*EndBlock) }, interface{ OnEndBlock(Event) },
		interface{ OnEndBlock(Header) }, interface{ OnEndBlock(any) }, interface{ OnEndBlock() }, interface{ OnEndBlock(EndBlock) error }:
		want = append(want, "OnEndBlock(events.EndBlock)")
	}
	return want
}

// Refusal returns why a consumer cannot be attached, or nil. matches reports whether it has a consumer method; wrong holds the right
// signatures of methods of a generated package that have other ones.
func Refusal(consumer any, matches bool, wrong []string) error {
	wrong = append(wrong, WrongMethods(consumer)...)
	switch {
	case consumer == nil:
		return errors.New("attach: the consumer is nil")
	case len(wrong) > 0:
		return errors.New("attach: " + typeName(consumer) + " has methods with the name of a consumer method and another signature; write " +
			strings.Join(wrong, ", "))
	case !matches:
		return errors.New("attach: " + typeName(consumer) + " has no consumer method: check the names of its methods (muxtest.Check finds misspelt ones), " +
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
