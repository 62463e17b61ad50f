package events

import "strconv"

// maxNesting is how deep values of types that can refer to themselves may be nested. Their copies need some hundred bytes of stack a level.
const maxNesting = 100_000

// nesting is the part of [Copies] for payloads of types that can refer to themselves, directly or through others.
type nesting struct {
	copied string // what is being copied, for the panic
	depth  int
	once   bool // every copy is allocated for itself
}

// Once returns storage for a single copy, in which everything is allocated for itself, as it is on a nil *Copies. copied says what the copy
// is of.
func Once(copied string) *Copies { return &Copies{nesting: nesting{copied: copied, once: true}} }

// single reports whether every copy is allocated for itself.
func (c *Copies) single() bool { return c == nil || c.once }

// Start is like [Copies.Reset], for a payload of a type that can refer to itself. copied says what it is.
func (c *Copies) Start(copied string) {
	c.Reset()
	c.copied, c.depth = copied, 0
}

// Enter notes that the copy of a value begins that can refer to itself. It panics when values are nested so deeply that one must be part of
// itself: the copy would never end.
func (c *Copies) Enter(typ string) {
	if c.depth++; c.depth > maxNesting {
		panic("busgen: " + c.copied + " can't be copied: values of " + typ + " are nested more than " + strconv.Itoa(maxNesting) +
			" deep, most likely since one leads back to itself; break the cycle, such as by an ID in place of a pointer")
	}
}

// Leave notes that the copy ends.
func (c *Copies) Leave() { c.depth-- }
