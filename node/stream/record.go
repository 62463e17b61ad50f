package stream

import (
	"fmt"
	"io"
)

// record is one line after the header. Its common fields are taken.
type record struct {
	line int
	kind string
	// batch is the number of the call if it had several events.
	batch   uint64
	batched bool
	*object
}

// records returns the lines of a stream as records, and checks their numbers.
type records struct {
	file  string
	lines *lines
	// seq is the last number.
	seq uint64
}

// next returns the next record, or io.EOF after the last one. Any other error is an [*Error].
func (r *records) next() (*record, error) {
	line, err := r.lines.next()
	if err == io.EOF {
		return nil, err
	} else if err != nil {
		return nil, r.fault(r.lines.number, err)
	}
	rec, err := r.parse(line)
	if err != nil {
		return nil, r.fault(r.lines.number, err)
	}
	return rec, nil
}

func (r *records) parse(line []byte) (*record, error) {
	o, err := parseObject(line)
	if err != nil {
		if !r.lines.ended {
			return nil, fmt.Errorf("%w (%w)", errTorn, err)
		}
		return nil, err
	}
	rec := &record{line: r.lines.number, object: o, kind: o.text("kind")}
	if rec.batched = o.has("batch"); rec.batched {
		rec.batch = o.number("batch")
	}
	if rec.kind != kindHeader && rec.kind != kindExpected {
		r.count(o)
	}
	return rec, o.close(false)
}

// count reads the number of a line, which has to be one more than the last number.
func (r *records) count(o *object) {
	if seq := o.number("seq"); *o.cause == nil && seq != r.seq+1 {
		o.fail("seq", "number %d after %d", seq, r.seq)
	}
	r.seq++
}

func (r *records) fault(line int, cause error) error {
	return &Error{File: r.file, Line: line, Cause: cause}
}
