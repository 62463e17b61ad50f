package events

import "strconv"

// Values of types that can refer to themselves may be nested maxNesting deep. Their copies need some hundred bytes of stack a level. From
// watchNesting on, each value is remembered while it is being copied, so that one that leads back to itself is found soon: a level can be large.
const (
	maxNesting   = 100_000
	watchNesting = 1000
)

// nesting is the part of [Copies] for payloads of types that can refer to themselves, directly or through others.
type nesting struct {
	copied string // what is being copied, for the panic
	depth  int
	once   bool // every copy is allocated for itself

	at   any // the address of the value that is copied, if it is watched
	path []visit
	open map[visit]bool // those of path
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
	if c.open[v] || c.depth > maxNesting {
		panic("busgen: " + c.copied + " can't be copied: a value of " + typ + " leads back to itself, or is nested more than " +
			strconv.Itoa(maxNesting) + " deep; break the cycle, such as by an ID in place of a pointer")
	}
	if c.open == nil {
		c.open = map[visit]bool{}
	}
	c.path = append(c.path, v)
	if v.at != nil {
		c.open[v] = true
	}
}

// Leave notes that the copy ends.
func (c *Copies) Leave() {
	if c.depth--; c.depth < watchNesting {
		return
	}
	last := len(c.path) - 1
	delete(c.open, c.path[last])
	c.path = c.path[:last]
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
