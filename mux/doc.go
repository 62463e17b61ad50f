// Package mux is the runtime under generated buses: the state of a bus, the queue of the events that consumers emit, and the
// lists of consumers. Everything here is for generated code.
//
// A delivery is [Bus.Begin], the calls of the consumers, and [Bus.End], with [Bus.Guard] deferred between them. End reports
// whether consumers emitted events meanwhile, which the generated bus then drains with [Bus.Pop]. One goroutine drives a bus;
// [Bus.Ignored], [Roster.Attach] and the detach that it returns are safe from any goroutine.
package mux
