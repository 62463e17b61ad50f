package directive

import (
	"slices"
	"strings"
)

// Tool is the first half of every directive.
const Tool = "busgen"

// The names of the directives.
const (
	Event      = "event"
	Capability = "capability"
	Field      = "field"
	Clone      = "clone"
	Shared     = "shared"
	Wire       = "wire"
	Exhaustive = "exhaustive"
)

// On is the set of declarations that a directive can annotate.
type On int

// The declarations that directives annotate.
const (
	OnStruct    On = 1 << iota // a struct type declaration
	OnInterface                // an interface type declaration
	OnSwitch                   // a type switch
	OnField                    // a field of a struct
	OnMethod                   // a method of an interface
	OnFunction                 // a function
)

// Entry is one row of the table.
type Entry struct {
	Name      string
	On        On
	Args      string // how its arguments are written; empty: it takes none
	Meaning   string // a paragraph for the reference
	Example   string // Go source
	Available bool   // false: reserved, an error for now
}

// Partial is the argument for a wired struct that does not consume all events on purpose.
const Partial = "partial"

// wasArgs is the form of the argument that gives a former name.
const wasArgs = "was=OldName"

// String returns the directive as it is written.
func (e Entry) String() string { return "//" + Tool + ":" + e.Name }

// Table lists all directives. The reference in docs/annotations.md is generated from it.
var Table = []Entry{
	{
		Name:      Event,
		On:        OnStruct,
		Meaning:   "Declares the struct as the payload of an event. It must be exported, have only exported fields and no type parameters, and be safe to copy: the bus copies it, with its slices, maps and pointers, when it is emitted. Map keys need an order. Consumers read it through a view with one method per field, so no field may be named AsStruct or Valid. If the struct was renamed, was= gives its former name, and the event keeps its number.",
		Args:      wasArgs,
		Example:   "// Trade is a match between two orders.\n//\n//busgen:event\ntype Trade struct {\n\tMarket\n\tBuyer, Seller string\n\tPrice, Size   Decimal\n}",
		Available: true,
	},
	{
		Name:      Capability,
		On:        OnStruct | OnInterface,
		Meaning:   "On a struct: every payload that embeds it by value, at any depth, has this capability. On an interface: every payload that implements it with value receivers has this capability. Capabilities of other packages count too: a struct wherever a payload embeds it, an interface if the domain package imports its package. The methods of the interface run on the payload that the bus stores, so their results may not share memory with it: plain values and an events.List are fine, slices, maps, pointers and interfaces are not.",
		Example:   "// PnL is what a position has gained, in units of the settlement asset.\n//\n//busgen:capability\ntype PnL struct{ Realised, Unrealised Decimal }\n\n// Priced is whatever happened at a price.\n//\n//busgen:capability\ntype Priced interface{ PriceOf() Decimal }",
		Available: true,
	},
	{
		Name:      Field,
		On:        OnField,
		Args:      wasArgs,
		Meaning:   "On a field of a payload that was renamed: was= gives its former name, and the field keeps its number.",
		Example:   "//busgen:event\ntype Trade struct {\n\t//busgen:field was=Seller\n\tMaker string\n}",
		Available: true,
	},
	{
		Name:      Clone,
		On:        OnFunction,
		Meaning:   "Makes this function, func(T) T, copy all values of the type T in payloads. It must be exported, in the domain package or in a package that the domain imports. Use it for interfaces, and for types of other modules without a copy method that busgen knows (Clone, DeepCopy, DeepCopyInto). T may be a pointer: the function then also copies values of the type that it points to. It is never called with nil. The copy must not share memory with the original that anyone changes. A view returns a copy. See [payloads.md](payloads.md).",
		Example:   "// CloneHeader copies a block header.\n//\n//busgen:clone\nfunc CloneHeader(h *types.Header) *types.Header { return types.CopyHeader(h) }",
		Available: true,
	},
	{
		Name:      Shared,
		On:        OnField | OnMethod,
		Meaning:   "On a field: busgen does not look into it and does not copy it. The event shares what the field refers to with whoever emitted it, and a view returns the field itself. Any type is possible, such as an interface or an error. The comment of the field must say who guarantees that nobody changes what it refers to. On a method of an interface capability: its results may share memory with the payload, and its comment must say how long they are valid.",
		Example:   "//busgen:event\ntype Rejected struct {\n\tOrder string\n\t// Cause is made by the engine, which never changes it.\n\t//busgen:shared\n\tCause error\n}",
		Available: true,
	},
	{
		Name:      Wire,
		On:        OnStruct,
		Args:      Partial,
		Meaning:   "Generates the wired bus whose consumers are the fields of this struct, into the struct's own package: NewConsumersBus(Consumers) *ConsumersBus. Each field is a pointer to a named type with consumer methods, by interface (OnTrade(generated.TradeEvent)) or by value (OnTrade(generated.Trade)). The struct may be exported or not, in any package but the domain's. busgen notes the events that no field consumes, unless partial says that this is intended. See [wire.md](wire.md).",
		Example:   "//go:generate go tool busgen\n\n// Consumers get every event in this order.\n//\n//busgen:wire\ntype Consumers struct {\n\tPositions *positions.Plugin\n\tRisk      *risk.Monitor\n\tOthers    *generated.Router\n}",
		Available: true,
	},
	{
		Name:    Exhaustive,
		On:      OnSwitch | OnStruct | OnInterface,
		Meaning: "On a type switch over events, or on a consumer type: `busgen vet` reports missing cases or methods.",
		Example: "//busgen:exhaustive\nswitch e := e.(type) {\ncase *generated.Trade:\n}",
	},
}

// Lookup returns the entry of that name.
func Lookup(name string) (Entry, bool) {
	i := slices.IndexFunc(Table, func(e Entry) bool { return e.Name == name })
	if i < 0 {
		return Entry{}, false
	}
	return Table[i], true
}

// String names the declarations, as "a struct or an interface".
func (o On) String() string {
	var names []string
	for _, one := range []struct {
		on   On
		name string
	}{{OnStruct, "a struct"}, {OnInterface, "an interface"}, {OnSwitch, "a type switch"}, {OnField, "a field"},
		{OnMethod, "a method of an interface"}, {OnFunction, "a function"}} {
		if o&one.on != 0 {
			names = append(names, one.name)
		}
	}
	return strings.Join(names, " or ")
}
