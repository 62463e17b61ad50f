package stream

// cursor walks over the values in a JSON object or array that encoding/json has found valid. So it need not look for mistakes
// again, and separators carry nothing. A json.Decoder for each object took 11.5 ms where this takes 3.5 ms (BenchmarkReader).
type cursor struct {
	data []byte
	at   int
}

// inside is a cursor behind the opening bracket.
func inside(data []byte) cursor { return cursor{data: data, at: 1} }

// ends skips separators and says whether the closing bracket is next.
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

// value gives the next value, or member name, as it is written.
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

// skipLiteral skips a number, true, false or null, which a separator or a bracket ends.
func (c *cursor) skipLiteral() {
	for {
		switch c.data[c.at] {
		case ' ', '\t', '\r', '\n', ',', ':', '}', ']':
			return
		}
		c.at++
	}
}
