package stream

// cursor iterates over the values of a JSON object or array that encoding/json has found valid. So it does not look for errors, and
// skips separators. A json.Decoder for each object takes 11.5 ms where this takes 3.5 ms (BenchmarkReader).
type cursor struct {
	data []byte
	at   int
}

// inside returns a cursor after the opening bracket.
func inside(data []byte) cursor { return cursor{data: data, at: 1} }

// ends skips separators, and reports whether the closing bracket is next.
func (c *cursor) ends() bool {
	for {
		switch c.data[c.at] {
		case ' ', '\t', '\r', '\n', ',', ':':
			c.at++
		case '}', ']':
			return true
		default:
			return false
		}
	}
}

// value returns the next value, or member name, as it is written.
func (c *cursor) value() []byte {
	start := c.at
	switch c.data[c.at] {
	case '"':
		c.skipString()
	case '{', '[':
		c.skipNested()
	default:
		c.skipLiteral()
	}
	return c.data[start:c.at]
}

func (c *cursor) skipString() {
	for c.at++; c.data[c.at] != '"'; c.at++ {
		if c.data[c.at] == '\\' {
			c.at++
		}
	}
	c.at++
}

func (c *cursor) skipNested() {
	depth := 0
	for {
		switch c.data[c.at] {
		case '"':
			c.skipString()
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		c.at++
		if depth == 0 {
			return
		}
	}
}

// skipLiteral skips a number, true, false or null, up to a separator or a bracket.
func (c *cursor) skipLiteral() {
	for {
		switch c.data[c.at] {
		case ' ', '\t', '\r', '\n', ',', ':', '}', ']':
			return
		}
		c.at++
	}
}
