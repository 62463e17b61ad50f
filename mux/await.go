package mux

import (
	"runtime"
	"strings"
)

// NewBus makes a bus. It is called by the generated constructor, New and the bus's type name, from which it learns how the
// methods of that type are called.
func NewBus() *Bus {
	b := &Bus{methods: constructed()}
	b.passed.L = &b.mu
	return b
}

// constructed turns the name of the constructor that called NewBus, path.NewRouter, into the prefix path.(*Router).
func constructed() string {
	pcs := make([]uintptr, 4)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	frame, _ := frames.Next()
	path, name, found := cutLast(frame.Function, ".New")
	if !found {
		panic("busgen: mux.NewBus called by " + frame.Function + ": only a generated constructor New… may")
	}
	return path + ".(*" + name + ")."
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// Await returns once no delivery that had begun before the call is under way. From inside a consumer it returns at once,
// since it would wait for itself: such a call has a method of the bus on its own stack. Looking at the stack costs about a
// microsecond, and only when a delivery is under way; the alternative is to note the goroutine at each emit.
func (b *Bus) Await() {
	epoch := b.epoch.Load()
	if epoch%2 == 0 || b.inside() {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.waiting.Add(1)
	for b.epoch.Load() == epoch {
		b.passed.Wait()
	}
	b.waiting.Add(-1)
}

// inside says whether a method of a bus of this type is on the caller's stack.
func (b *Bus) inside() bool {
	pcs := make([]uintptr, 64)
	for skip := 2; ; skip += len(pcs) {
		n := runtime.Callers(skip, pcs)
		if n == 0 {
			return false
		}
		frames := runtime.CallersFrames(pcs[:n])
		for more := true; more; {
			var frame runtime.Frame
			frame, more = frames.Next()
			if strings.HasPrefix(frame.Function, b.methods) {
				return true
			}
		}
	}
}

// wake lets the goroutines in Await look again.
func (b *Bus) wake() {
	b.mu.Lock()
	b.passed.Broadcast()
	b.mu.Unlock()
}
