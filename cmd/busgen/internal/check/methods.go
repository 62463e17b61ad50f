package check

import "github.com/busgen/busgen/cmd/busgen/internal/model"

// methods claims the methods of one event: what every event has, then the accessors, then those of interface capabilities.
func (c *claims) methods(e *model.Event) {
	scope := c.every(e.Name)
	c.say(claim{kind: "payload", name: e.Name, pos: e.Pos}, scope, e.Name, aMethod, "the view")
	for _, h := range e.Has {
		c.accessor(scope, h.Capability)
	}
	for _, h := range e.Has {
		c.promised(scope, h.Capability)
	}
}

// alone claims the methods of the event interface of a capability that no event has.
func (c *claims) alone(of *model.Capability) {
	if len(of.Events) == 0 {
		scope := c.every(of.Name)
		c.accessor(scope, of)
		c.promised(scope, of)
	}
}

// every returns the scope of an event's methods, with those that every event has.
func (c *claims) every(name string) (scope string) {
	scope = eventScope + name
	for _, method := range eventMethods {
		c.by[spot{scope, method}] = claim{what: aMethod(method)}
	}
	return scope
}

// accessor claims the method that returns the view of a struct capability.
func (c *claims) accessor(scope string, of *model.Capability) {
	if !of.Interface {
		c.say(claim{kind: "capability", name: of.Name, pos: of.Pos}, scope, of.Name, aMethod, "the view")
	}
}

// promised claims the methods of an interface capability.
func (c *claims) promised(scope string, of *model.Capability) {
	for _, m := range of.Methods {
		c.say(claim{kind: "method", name: m.Name, of: " of capability " + of.Name, pos: m.Pos, sig: m.Sig.String()}, scope, m.Name, aMethod, "")
	}
}
