package check

import (
	"fmt"
	"go/token"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// names reports names that generated code would need twice. All of them are collected with who needs them and where they would
// stand; two claims to one name in one place are a finding, unless they agree.
func names(p *model.Package) diag.List {
	c := &claims{by: map[spot]claim{}, told: map[[2]string]bool{}}
	c.fixed()
	for _, e := range p.Events {
		c.event(e)
	}
	for _, capability := range p.Capabilities {
		c.capability(capability)
	}
	for _, e := range p.Events {
		c.methods(e)
	}
	return c.list
}

// spot is a name within one scope of the generated package.
type spot struct{ scope, name string }

// claim says who needs a name.
type claim struct {
	owner string         // "payload Trade"; empty: every generated package has the name
	decl  string         // the declaration that gives rise to it: to which a rename applies
	what  string         // what the name is: "the event interface of payload Trade"
	pos   token.Position // of the payload or capability; none: of no one
	sig   string         // claims with the same signature agree
}

type claims struct {
	by   map[spot]claim
	told map[[2]string]bool // pairs of owners: one finding each
	list diag.List
}

const (
	packageScope  = "the generated package"
	consumerScope = "consumers"
	emitterScope  = "emitters"
	eventScope    = "events"
)

// The names that every generated package, event, consumer and emitter has.
var (
	packageNames = []string{
		"Router", "NewRouter", "Emitter", "Visitor", "Visit",
		"EventConsumer", "EventFunc", "BeginBlockConsumer", "EndTxConsumer", "EndBlockConsumer",
	}
	eventMethods    = []string{"Header", "Kind", "Sequence", "BlockHeight", "BlockTime", "TxID"}
	consumerMethods = []string{"OnEvent", "OnBeginBlock", "OnEndTx", "OnEndBlock"}
)

func (c *claims) fixed() {
	for _, name := range packageNames {
		c.by[spot{packageScope, name}] = claim{what: fixedWhat(packageScope, name)}
	}
	for _, name := range consumerMethods {
		c.by[spot{consumerScope, name}] = claim{what: fixedWhat(consumerScope, name)}
	}
}

func fixedWhat(scope, name string) string {
	switch scope {
	case packageScope:
		return "the name " + name + " that every generated package has"
	case consumerScope:
		return "the method " + name + " of consumers of everything, or of boundaries"
	}
	return "the method " + name + " that every event has"
}

// event claims what a payload gives rise to in the package.
func (c *claims) event(e *model.Event) {
	owner := "payload " + e.Name
	say := func(scope, name, what string) {
		c.claim(spot{scope, name}, claim{owner: owner, decl: e.Name, what: what + " of " + owner, pos: e.Pos})
	}
	say(packageScope, e.Name, "the event type")
	say(packageScope, e.Name+"Event", "the event interface")
	say(packageScope, e.Name+"Consumer", "the consumer interface")
	say(packageScope, e.Name+"ValueConsumer", "the consumer interface by value")
	say(packageScope, e.Name+"Func", "the consumer function")
	say(packageScope, e.Name+"Emitter", "the emitter interface")
	say(packageScope, e.Name+"Maker", "the maker of events")
	say(packageScope, "New"+e.Name, "the constructor")
	say(packageScope, "Kind"+e.Name, "the kind")
	if e.Type.Copy != model.CopyPlain {
		say(packageScope, "Copy"+e.Name, "the copy function")
	}
	say(consumerScope, "On"+e.Name, "the consumer's method")
	say(emitterScope, "Emit"+e.Name, "the emitter's method")
}

// capability claims what a capability gives rise to in the package.
func (c *claims) capability(of *model.Capability) {
	owner := "capability " + of.Name
	say := func(scope, name, what string) {
		c.claim(spot{scope, name}, claim{owner: owner, decl: of.Name, what: what + " of " + owner, pos: of.Pos})
	}
	say(packageScope, of.Name+"Event", "the event interface")
	say(packageScope, of.Name+"Consumer", "the consumer interface")
	say(packageScope, of.Name+"Func", "the consumer function")
	say(consumerScope, "On"+of.Name, "the consumer's method")
}

// methods claims the methods of one event: what every event has, then the accessors, then those of interface capabilities.
func (c *claims) methods(e *model.Event) {
	scope := eventScope + " " + e.Name
	for _, name := range eventMethods {
		c.by[spot{scope, name}] = claim{what: fixedWhat(eventScope, name)}
	}
	c.claim(spot{scope, e.Name}, claim{owner: "payload " + e.Name, decl: e.Name, what: "the accessor of payload " + e.Name, pos: e.Pos})
	for _, h := range e.Has {
		owner := "capability " + h.Capability.Name
		if !h.Capability.Interface {
			c.claim(spot{scope, h.Capability.Name}, claim{owner: owner, decl: h.Capability.Name, what: "the accessor of " + owner, pos: h.Capability.Pos})
		}
	}
	for _, h := range e.Has {
		for _, m := range h.Capability.Methods {
			owner := fmt.Sprintf("method %s of capability %s", m.Name, h.Capability.Name)
			c.claim(spot{scope, m.Name}, claim{owner: owner, decl: m.Name, what: owner, pos: m.Pos, sig: m.Sig.String()})
		}
	}
}

// claim notes who needs a name, and reports whoever needs it second.
func (c *claims) claim(at spot, second claim) {
	first, taken := c.by[at]
	if !taken {
		c.by[at] = second
		return
	}
	if first.sig != "" && first.sig == second.sig || first.owner == second.owner {
		return // they agree, or one name is declared twice, which the type checker reports
	}
	pair := []string{first.owner, second.owner}
	slices.Sort(pair)
	if key := [2]string{pair[0], pair[1]}; !c.told[key] {
		c.told[key] = true
		c.list.Add(clash(at, first, second))
	}
}

func clash(at spot, first, second claim) diag.Diagnostic {
	if first.owner != "" && (first.pos.Line > second.pos.Line && first.pos.Filename == second.pos.Filename) {
		first, second = second, first
	}
	d := diag.Diagnostic{
		Pos:     second.pos,
		Message: fmt.Sprintf("%s clashes in generated code: %s is also %s", second.owner, at.name, first.what),
		Hint:    "rename " + second.decl,
	}
	if first.owner != "" {
		d.Related = []diag.Related{{Pos: first.pos, Message: first.owner}}
		if first.decl != second.decl {
			d.Hint = fmt.Sprintf("rename %s or %s", second.decl, first.decl)
		}
	}
	return d
}
