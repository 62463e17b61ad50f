package events

// Kind tells the types of events apart: a number that is permanent (it is kept in the lock of the generated package) and a
// name. Kinds are comparable. The numbers below 16 belong to the boundaries; two generated packages may use the same number for
// different names.
type Kind struct {
	number uint32
	name   string
}

// NewKind makes a kind, for generated code.
func NewKind(number uint32, name string) Kind { return Kind{number, name} }

// Number is the permanent number.
func (k Kind) Number() uint32 { return k.number }

// String is the name: that of the payload, or of the boundary.
func (k Kind) String() string { return k.name }
