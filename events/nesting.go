package events

import "strconv"

// Values of types that can refer to themselves may be nested maxNesting deep. Their copies need some hundred bytes of stack a level. From
// watchNesting on, some values are remembered while they are being copied, so that one that leads back to itself is found soon: a level can be
// large.
const (
	maxNesting   = 100_000
	watchNesting = 1000
)

// nesting is the part of [Copies] for payloads of types that can refer to themselves, directly or through others.
type nesting struct {
	copied string // what is being copied, for the panic
	depth  int
	once   bool // every copy is allocated for itself

	at     any   // the address of the value that is copied, if it is watched
	marked visit // a value that is being copied
	mark   int   // its depth; 0 if there is none
}

// visit is a value that is being copied: its type and its address. A struct and its first field have the same address.
type visit struct {
	typ string
	at  any
}

// Once returns storage for a single copy, in which everything is allocated for itself, as it is on a nil *Copies. copied says what the copy
// is of.
func Once(copied string) *Copies { return &Copies{nesting: nesting{copied: copied, once: true}} }

// single reports whether every copy is allocated for itself.
func (c *Copies) single() bool { return c == nil || c.once }

// watched reports whether the addresses of values are to be noted.
func (c *Copies) watched() bool { return c != nil && c.depth >= watchNesting }

// Start is like [Copies.Reset], for a payload of a type that can refer to itself. copied says what it is.
func (c *Copies) Start(copied string) {
	c.Reset()
	c.nesting = nesting{copied: copied, once: c.once}
}

// Enter notes that the copy of a value begins that can refer to itself. It panics if that value is being copied already, or is nested too
// deeply: the copy would never end.
func (c *Copies) Enter(typ string) {
	if c.depth++; c.depth <= watchNesting {
		return
	}
	v := visit{typ, c.at}
	if c.mark > 0 && v == c.marked || c.depth > maxNesting {
		panic("busgen: " + c.copied + " can't be copied: a value of " + typ + " leads back to itself, or is nested more than " +
			strconv.Itoa(maxNesting) + " deep; break the cycle, such as by an ID in place of a pointer")
	}
	if v.at != nil && (c.mark == 0 || c.depth >= 2*c.mark) { // the marked value gets deeper until it is part of the cycle
		c.marked, c.mark = v, c.depth
	}
}

// Leave notes that the copy ends.
func (c *Copies) Leave() {
	if c.depth == c.mark {
		c.mark = 0
	}
	c.depth--
}

// watchSlice copies what the elements of a slice refer to, and notes their addresses.
func watchSlice[T any](c *Copies, from, to []T, deep func(*Copies, *T)) {
	at := c.at
	for i := range to {
		c.at = &from[i]
		deep(c, &to[i])
	}
	c.at = at
}
