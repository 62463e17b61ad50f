package model

import (
	"go/token"
	"slices"
)

// Package is the content of the domain packages from which one package is generated.
type Package struct {
	Sources []Source // sorted by path

	// Imports are the names by which the domain imports other packages, by path, if it gives them some.
	Imports map[string]string

	// Events and Capabilities are sorted by name.
	Events       []*Event
	Capabilities []*Capability

	// Types are the named types of the domain's own modules that payloads and capabilities are made of,
	// the payloads and struct capabilities included, sorted by path and name. The stale guard pins each.
	Types []*Type
}

// Has reports whether a package is one of the domain's.
func (p *Package) Has(path string) bool {
	return slices.ContainsFunc(p.Sources, func(s Source) bool { return s.Path == path })
}

// Paths returns the import paths of the domain packages, sorted.
func (p *Package) Paths() []string {
	var paths []string
	for _, s := range p.Sources {
		paths = append(paths, s.Path)
	}
	return paths
}

// Source is a domain package.
type Source struct{ Path, Name, Dir string }

// Event is a payload: a struct that carries //busgen:event.
type Event struct {
	Name string
	Doc  string // doc comment without its directives
	Pos  token.Position
	Type *Type // Named, Under is the struct

	Was    string         // its former name, if the directive has one
	WasPos token.Position // of the directive

	Has []Has // its capabilities, sorted by the capability's name
	// Lacks has, for each interface capability that the event does not have, a method that it must get to have it.
	Lacks []Lack
}

// Lack is a method of a capability that a payload does not have.
type Lack struct {
	Method string
	// Sig is the signature of the payload's method with this name, which differs from the capability's; nil if the payload has no such
	// method or field.
	Sig *Type
}

// Has says how an event has a capability.
type Has struct {
	Capability *Capability
	Path       []string       // the embedded fields to walk from the payload; nil for an interface capability
	Pos        token.Position // of the embedding; of the payload for an interface capability
	Pointer    bool           // some step of Path is a pointer (check reports it)
}

// Capability is a named aspect that several events share.
type Capability struct {
	Name string
	Doc  string
	Pos  token.Position
	Type *Type // Named, Under is a struct or an interface

	Interface bool
	Methods   []Method // of an interface capability, embedded ones included, sorted by name
	Events    []*Event // sorted by name
	// Again lists events that embed the capability a second time (check reports them).
	Again []Again
}

// Again is a second embedding of one capability in one event.
type Again struct {
	Event         *Event
	First, Second token.Position
}

// Method is one method of an interface capability.
type Method struct {
	Name string
	Doc  string
	Pos  token.Position
	Sig  *Type // Func

	Shared bool // its results may share memory with the payload
}

// Function is a function of the domain, or of a package that it imports.
type Function struct{ Path, PkgName, Name string }

// TypeKind is the kind of a Type.
type TypeKind int

// The kinds of types.
const (
	Basic     TypeKind = iota // Name: int, string, error, any …; no Path
	Named                     // Path, PkgName, Name, Args; Under
	Pointer                   // Elem
	Slice                     // Elem
	Array                     // Elem, Len
	Map                       // Key, Elem
	Struct                    // Fields
	Interface                 // Methods
	Func                      // Params, Results, Variadic
	Chan                      // Elem, Dir
	TypeParam                 // Name
)

// CopyPlan says how to copy a value so that both copies share no memory that anyone can change.
type CopyPlan int

// The copy plans.
const (
	CopyPlain      CopyPlan = iota // assignment copies all of it
	CopyDeep                       // its slices, maps and pointers are copied one by one
	CopyClone                      // by a method of its own, or by a function
	CopyImpossible                 // Why says why
)

// Type is a type expression, and the plan for copying its values.
// A recursive type appears as the same *Type again.
type Type struct {
	Kind    TypeKind
	Path    string
	PkgName string
	Name    string
	Args    []*Type
	Elem    *Type
	Key     *Type
	Len     int64
	Dir     int // of a Chan: 0 both, 1 send only, 2 receive only
	Fields  []Field
	Params  []*Type
	Results []*Type
	Methods []Method

	Variadic bool

	// Under is a named type's underlying type; nil for a type whose parts do not matter
	// (a foreign type whose copy is plain or by a method of its own).
	Under *Type
	// Alias is the type to write if its own name can't be used, because it is unexported or of an internal package.
	Alias *Type

	// As is the type by which a leaf is declared, if its values are copied as those of As.
	As *Type

	// Unspellable: not every package can write the type, since a name in it is not exported or of an internal package.
	Unspellable bool

	Local bool           // declared in the domain's own module
	Std   bool           // declared in the standard library
	Pos   token.Position // of the declaration, if Local
	// CopyMethod is the method by which values are copied, if Copy is CopyClone: Clone, DeepCopy, DeepCopyInto, or Set or Copy of package
	// math/big.
	CopyMethod string
	// CloneResultPointer: the method returns a pointer.
	CloneResultPointer bool
	// CopyFunc is the function that copies values, instead of a method. With CopyThrough, it takes and returns a pointer to the value.
	CopyFunc    *Function
	CopyThrough bool
	Nilable     bool // values of a type with a CopyFunc may be nil, which is not copied
	Shared      bool // of a shared field: its parts do not matter

	// Selected are the fields that Go selects on a struct of the domain, promoted ones included, in the order of their declaration.
	Selected []Selected
	Referred bool   // a pointer to the struct is part of some payload
	Order    string // the method that compares two values: Compare or Cmp; empty if there is none
	Text     bool   // the type has a method String, which orders values that compare as equal
	Foreign  bool   // a struct without a name that another module declares
	Hidden   bool   // a foreign struct has unexported fields, which Fields leaves out

	Lock bool // a value must not be copied by assignment
	Copy CopyPlan
	Why  string // with CopyImpossible: "a channel", "a mutex (sync.Mutex)", "hidden pointers (bytes.Buffer) and no method Clone"
	Hint string // with CopyImpossible: what to write instead
}

// Selected is a field that can be selected on a struct.
type Selected struct {
	Name  string
	Path  []string // from the struct; longer than one for a promoted field
	Field Field
}

// Field is one field of a struct.
type Field struct {
	Name     string
	Embedded bool
	Exported bool
	Type     *Type
	Alias    *Type // by which an embedded field is written, or a pointer to it; nil if that is the type's own name
	Doc      string
	Pos      token.Position
	Tag      string
}
