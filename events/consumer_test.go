package events_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
)

func TestFunc(t *testing.T) {
	var got events.Event
	var c events.Consumer = events.Func(func(e events.Event) { got = e })
	e := events.NewEndTx(events.Header{})
	c.OnEvent(e)
	require.Equal(t, e, got)
}

// The consumers of this file have one method each, named by what it takes.
type (
	eventRight   struct{}
	eventAny     struct{}
	eventNothing struct{}
	eventResult  struct{}
	eventInt     struct{}

	beginRight   struct{}
	beginBlock   struct{}
	beginPointer struct{}
	beginEvent   struct{}
	beginHeader  struct{}
	beginAny     struct{}
	beginNothing struct{}
	beginResult  struct{}

	txRight   struct{}
	txString  struct{}
	txPointer struct{}
	txEvent   struct{}
	txHeader  struct{}
	txAny     struct{}
	txNothing struct{}
	txResult  struct{}

	endRight   struct{}
	endBlock   struct{}
	endPointer struct{}
	endEvent   struct{}
	endHeader  struct{}
	endAny     struct{}
	endNothing struct{}
	endResult  struct{}

	everyWrong struct {
		eventAny
		beginBlock
		txString
		endResult
	}
	oneWrong struct {
		eventRight
		beginRight
		endAny
	}
)

func (eventRight) OnEvent(events.Event)        {}
func (eventAny) OnEvent(any)                   {}
func (eventNothing) OnEvent()                  {}
func (eventResult) OnEvent(events.Event) error { return nil }
func (eventInt) OnEvent(int)                   {}

func (beginRight) OnBeginBlock(events.BeginBlock)        {}
func (beginBlock) OnBeginBlock(events.Block)             {}
func (beginPointer) OnBeginBlock(*events.BeginBlock)     {}
func (beginEvent) OnBeginBlock(events.Event)             {}
func (beginHeader) OnBeginBlock(events.Header)           {}
func (beginAny) OnBeginBlock(any)                        {}
func (beginNothing) OnBeginBlock()                       {}
func (beginResult) OnBeginBlock(events.BeginBlock) error { return nil }

func (txRight) OnEndTx(events.EndTx)        {}
func (txString) OnEndTx(string)             {}
func (txPointer) OnEndTx(*events.EndTx)     {}
func (txEvent) OnEndTx(events.Event)        {}
func (txHeader) OnEndTx(events.Header)      {}
func (txAny) OnEndTx(any)                   {}
func (txNothing) OnEndTx()                  {}
func (txResult) OnEndTx(events.EndTx) error { return nil }

func (endRight) OnEndBlock(events.EndBlock)        {}
func (endBlock) OnEndBlock(events.Block)           {}
func (endPointer) OnEndBlock(*events.EndBlock)     {}
func (endEvent) OnEndBlock(events.Event)           {}
func (endHeader) OnEndBlock(events.Header)         {}
func (endAny) OnEndBlock(any)                      {}
func (endNothing) OnEndBlock()                     {}
func (endResult) OnEndBlock(events.EndBlock) error { return nil }

// TestWrongMethods names the signature for each usual mistake, and all of them for several.
func TestWrongMethods(t *testing.T) {
	const event, begin, tx, end = "OnEvent(events.Event)", "OnBeginBlock(events.BeginBlock)", "OnEndTx(events.EndTx)", "OnEndBlock(events.EndBlock)"
	for _, c := range []struct {
		want      []string
		consumers []any
	}{
		{nil, []any{eventRight{}, beginRight{}, txRight{}, endRight{}, events.Func(nil), 7, nil, eventInt{}}},
		{[]string{event}, []any{eventAny{}, eventNothing{}, eventResult{}}},
		{[]string{begin}, []any{beginBlock{}, beginPointer{}, beginEvent{}, beginHeader{}, beginAny{}, beginNothing{}, beginResult{}}},
		{[]string{tx}, []any{txString{}, txPointer{}, txEvent{}, txHeader{}, txAny{}, txNothing{}, txResult{}}},
		{[]string{end}, []any{endBlock{}, endPointer{}, endEvent{}, endHeader{}, endAny{}, endNothing{}, endResult{}, oneWrong{}, &endBlock{}}},
		{[]string{event, begin, tx, end}, []any{everyWrong{}}},
	} {
		for _, consumer := range c.consumers {
			require.Equal(t, c.want, events.WrongMethods(consumer), "%T", consumer)
		}
	}
}
