package wire

import (
	"go/token"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// Bus is one //busgen:wire struct and what its bus does.
type Bus struct {
	Struct string // the struct's name
	Pos    token.Position
	// Partial says that events without a consumer are intended.
	Partial bool

	Generated Package // the package whose events it carries
	Events    []Event // all that the generated package has, sorted by name
	Begin     []Call  // for events.BeginBlock
	EndTx     []Call
	EndBlock  []Call
	Fields    []Field // all of them are consumers
	// Vocabulary has the methods of the generated package's interface of this name, sorted. It is empty for a package without one.
	Vocabulary []string
}

// Field is one consumer.
type Field struct {
	Name     string
	Embedded bool
	Tag      string
	Router   bool
	Type     *model.Type // nil for a type that the bus can't spell
	// Methods are its consumer methods, and other methods and fields with the name of one, sorted by name.
	Methods []Method
}

// Method is one name among a consumer's methods and fields.
type Method struct {
	Name  string
	Param *model.Type // nil if it is not a consumer method
}

// Package is how to import a package.
type Package struct{ Path, Name string }

// Event is an event of the generated package, and the calls of its consumers.
type Event struct {
	Name    string
	Kind    uint32 // its permanent number
	Payload Payload
	Calls   []Call
}

// Payload is the type of the domain that an event carries.
type Payload struct {
	Package
	Type string
}

// Call is a call of one method of one field.
type Call struct {
	Field, Method string
	By            By
}

// By says how a consumer method takes its event.
type By int

// The ways to take an event.
const (
	ByInterface By = iota // as an event interface
	ByValue               // as the concrete event
	ByRoute               // by the Route of a router
)

// ByInterface reports whether a consumer takes the event as an interface, so that a pointer to it is needed.
func (e Event) ByInterface() bool {
	return slices.ContainsFunc(e.Calls, func(c Call) bool { return c.By != ByValue })
}

// Name returns the name of the bus's type.
func (b *Bus) Name() string { return b.Struct + "Bus" }

// Constructor returns the name of the function that makes the bus.
func (b *Bus) Constructor() string {
	if token.IsExported(b.Struct) {
		return "New" + b.Name()
	}
	return "new" + title(b.Name())
}
