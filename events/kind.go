package events

// Kind identifies a type of events: a permanent number, which the generated package's lock file holds, and a name. Kinds are
// comparable. Numbers below 16 belong to the boundaries. Two generated packages may give one number to different names.
type Kind struct {
	number uint32
	name   string
}

// Number returns the permanent number.
func (k Kind) Number() uint32 { return k.number }

// String returns the name: that of the payload, or of the boundary.
func (k Kind) String() string { return k.name }
