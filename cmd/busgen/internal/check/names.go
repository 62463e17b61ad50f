package check

import (
	"fmt"
	"go/token"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// names reports names that generated code would declare twice. It collects all names, each with its scope and the declaration that needs it.
// Two claims to one name in one scope are an error, unless they agree.
func names(p *model.Package) diag.List {
	c := &claims{by: map[spot]claim{}, told: map[[2]string]bool{}}
	c.fixed()
	for _, e := range p.Events {
		c.event(e)
	}
	for _, capability := range p.Capabilities {
		c.capability(capability)
	}
	for _, v := range p.Views() {
		if !v.Public {
			c.say(claim{kind: "struct", name: v.Type.String(), pos: v.Type.Pos}, packageScope, v.Name+"View", aType, "the view")
		}
	}
	for _, e := range p.Events {
		c.methods(e)
	}
	for _, capability := range p.Capabilities {
		c.alone(capability)
	}
	c.list.Append(accessors(p))
	return c.list
}

// spot is a name within one scope of the generated package.
type spot struct{ scope, name string }

// claim says which declaration needs a name.
type claim struct {
	kind, name string         // of the declaration that needs it: "payload", "Trade"; empty if every generated package has the name
	of         string         // what a method is part of: " of capability Priced"
	what       string         // the name with its kind: "a type TradeEvent"
	role       string         // "the event interface"
	pos        token.Position // of the declaration
	sig        string         // claims with the same signature agree
}

// owner returns the declaration in words.
func (c claim) owner() string { return c.kind + " " + c.name + c.of }

type claims struct {
	by   map[spot]claim
	told map[[2]string]bool // pairs of owners: one finding each
	list diag.List
}

// The scopes of generated names.
const (
	packageScope  = "the generated package"
	consumerScope = "a consumer"
	busScope      = "every bus"
	eventScope    = "event "
)

// The names that every generated package, event, consumer and bus has.
var (
	packageTypes    = []string{"Router", "Emitter", "Visitor", "EventConsumer", "EventFunc", "Vocabulary", "Unconsumed", "UnconsumedBelow"}
	packageFuncs    = []string{"NewRouter", "Visit"}
	eventMethods    = []string{"Header", "Kind", "Sequence", "BlockHeight", "BlockTime", "TxID", "String", "Keep", "Kept", "Valid"}
	consumerMethods = []string{"OnEvent", "OnBeginBlock", "OnEndTx", "OnEndBlock"}
	busMethods      = []string{"RouteBatch"}
	viewMethods     = []string{"AsStruct", "Valid"}
)

func aType(name string) string { return "a type " + name }

func aFunc(name string) string { return "a function " + name }

func aMethod(name string) string { return "a method " + name }

func (c *claims) fixed() {
	set := func(scope string, names []string, what func(string) string) {
		for _, name := range names {
			c.by[spot{scope, name}] = claim{what: what(name)}
		}
	}
	set(packageScope, packageTypes, aType)
	set(packageScope, packageFuncs, aFunc)
	set(consumerScope, consumerMethods, aMethod)
	set(busScope, busMethods, aMethod)
}

// event claims what the generated package declares for a payload.
func (c *claims) event(e *model.Event) {
	by := claim{kind: "payload", name: e.Name, pos: e.Pos}
	c.say(by, packageScope, e.Name, aType, "the event type")
	c.say(by, packageScope, e.Name+"ValueConsumer", aType, "the consumer interface by value")
	c.say(by, packageScope, e.Name+"Emitter", aType, "the emitter interface")
	c.say(by, packageScope, e.Name+"Lane", aType, "the storage")
	c.say(by, packageScope, "New"+e.Name, aFunc, "the constructor")
	c.say(by, packageScope, "Kind"+e.Name, aFunc, "the kind")
	c.say(by, busScope, "Emit"+e.Name, aMethod, "the emitter's method")
	c.say(by, busScope, "Route"+e.Name, aMethod, "the decoder's method")
	c.consumer(by)
	c.view(by)
}

// capability claims what the generated package declares for a capability.
func (c *claims) capability(of *model.Capability) {
	by := claim{kind: "capability", name: of.Name, pos: of.Pos}
	c.consumer(by)
	if !of.Interface {
		c.view(by)
	}
}

// consumer claims what payloads and capabilities have in common.
func (c *claims) consumer(by claim) {
	c.say(by, packageScope, by.name+"Event", aType, "the event interface")
	c.say(by, packageScope, by.name+"Consumer", aType, "the consumer interface")
	c.say(by, packageScope, by.name+"Func", aType, "the function adapter")
	c.say(by, consumerScope, "On"+by.name, aMethod, "the consumer method")
}

// view claims the names for the view of a payload or struct capability.
func (c *claims) view(by claim) {
	c.say(by, packageScope, by.name+"View", aType, "the view")
	c.say(by, packageScope, "View"+by.name, aFunc, "the view's constructor")
}

// say adds a claim, and reports the second one to a name.
func (c *claims) say(by claim, scope, name string, what func(string) string, role string) {
	at := spot{scope, name}
	by.what, by.role = what(name), role
	first, taken := c.by[at]
	if !taken {
		c.by[at] = by
		return
	}
	if first.sig != "" && first.sig == by.sig || first.pos == by.pos && first.owner() == by.owner() && first.what == by.what {
		return // they agree, or the domain declares one name twice, which the type checker reports
	}
	pair := []string{first.owner(), by.owner()}
	slices.Sort(pair)
	if key := [2]string{pair[0], pair[1]}; !c.told[key] {
		c.told[key] = true
		c.list.Add(clash(scope, first, by))
	}
}

func clash(scope string, first, second claim) diag.Diagnostic {
	if first.kind == "" {
		return diag.Diagnostic{
			Pos:     second.pos,
			Message: fmt.Sprintf("%s: %s", second.owner(), already(scope, first.what)),
			Hint:    "rename the " + second.kind,
		}
	}
	if first.pos.Line > second.pos.Line && first.pos.Filename == second.pos.Filename {
		first, second = second, first
	}
	role := first.owner()
	if first.role != "" {
		role = first.role + " of " + role
	}
	if first.pos == second.pos && first.owner() == second.owner() {
		return diag.Diagnostic{
			Pos:     second.pos,
			Message: fmt.Sprintf("%s: %s and %s would have one name", second.owner(), first.role, second.role),
			Hint:    "rename the " + second.kind,
		}
	}
	d := diag.Diagnostic{
		Pos:     second.pos,
		Message: fmt.Sprintf("%s: %s, %s", second.owner(), already(scope, first.what), role),
		Related: []diag.Related{{Pos: first.pos, Message: first.owner()}},
		Hint:    fmt.Sprintf("rename %s or %s", second.name, first.name),
	}
	if first.name == second.name {
		d.Hint = "rename one of them"
	}
	return d
}

// already says where the name is in use.
func already(scope, what string) string {
	if scope == packageScope {
		return scope + " already declares " + what
	}
	return scope + " already has " + what
}

// accessors reports fields whose methods of views would have the name of a method that every view has. It reports each field once.
func accessors(p *model.Package) diag.List {
	var list diag.List
	told := map[token.Position]bool{}
	for _, v := range p.Views() {
		for _, s := range v.Type.Selected {
			pos := place(v.Type, s)
			if !slices.Contains(viewMethods, s.Name) || told[pos] {
				continue
			}
			told[pos] = true
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("field %s of %s: every view already has a method %s", s.Name, v.Type, s.Name),
				Hint:    hide(s),
			})
		}
	}
	return list
}

// place returns where a field is declared in the domain: for a promoted field of a foreign struct, where that is embedded.
func place(t *model.Type, s model.Selected) token.Position {
	for i, name := range s.Path {
		at := slices.IndexFunc(t.Under.Fields, func(f model.Field) bool { return f.Name == name })
		if at < 0 {
			break
		}
		f := t.Under.Fields[at]
		next := f.Type
		if next.Kind == model.Pointer {
			next = next.Elem
		}
		if i == len(s.Path)-1 || !next.Local || next.Under == nil {
			return f.Pos
		}
		t = next
	}
	return s.Field.Pos
}

func hide(s model.Selected) string {
	if len(s.Path) > 1 {
		return "rename the field, or give " + s.Path[len(s.Path)-2] + " a field name instead of embedding it"
	}
	return "rename the field"
}
