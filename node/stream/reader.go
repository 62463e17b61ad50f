package stream

import (
	"fmt"
	"io"
)

// The kinds of lines that are boundaries or no events.
const (
	kindHeader     = "header"
	kindBeginBlock = "begin_block"
	kindEndBlock   = "end_block"
	kindCheckpoint = "checkpoint"
	kindExpected   = "expected"
)

// Reader reads one stream, step by step. It belongs to one goroutine.
type Reader struct {
	records records
	header  Header
	blocks  blocks
	batches map[uint64]bool
	// ahead is the record that was read to find the end of a batch, with the error of reading it.
	ahead    *record
	aheadErr error
	hasAhead bool
	// done is what Next returns from now on: io.EOF or the error that ended reading.
	done error
	// last is the number of the last line read, for the error of a stream that ends too early.
	last int
}

// NewReader returns a reader, after it has read the header line. Errors call the file by this name.
func NewReader(name string, src io.Reader) (*Reader, error) {
	r := &Reader{
		records: records{file: name, lines: newLines(src)},
		batches: make(map[uint64]bool),
	}
	rec, err := r.records.next()
	switch {
	case err == io.EOF:
		return nil, r.records.fault(1, errEmptyFile)
	case err != nil:
		return nil, err
	case rec.kind != kindHeader:
		return nil, r.records.fault(1, fmt.Errorf("want a header line, got kind %q", clip([]byte(rec.kind))))
	}
	r.header = readHeader(rec.object)
	if err := rec.close(false); err != nil {
		return nil, r.records.fault(1, err)
	}
	r.blocks.chain, r.last = r.header.Name, 1
	return r, nil
}

// Header returns the first line.
func (r *Reader) Header() Header { return r.header }

// Next returns the next step, and io.EOF after the final [Checkpoint]. Any other error is an [*Error], and ends reading.
func (r *Reader) Next() (Step, error) {
	if r.done != nil {
		return nil, r.done
	}
	step, err := r.step()
	if err != nil {
		r.done = err
		return nil, err
	}
	if c, ok := step.(Checkpoint); ok && c.Final {
		r.done = r.finish()
		if r.done != io.EOF {
			return nil, r.done
		}
	}
	return step, nil
}

func (r *Reader) step() (Step, error) {
	rec, err := r.record()
	if err == io.EOF {
		return nil, r.records.fault(r.last, r.early())
	} else if err != nil {
		return nil, err
	}
	var step Step
	switch rec.kind {
	case kindHeader:
		err = errSecondHead
	case kindBeginBlock, kindEndBlock, kindCheckpoint, kindExpected:
		step, err = r.mark(rec)
	default:
		return r.call(rec)
	}
	if err != nil {
		return nil, r.records.fault(rec.line, err)
	}
	return step, nil
}

// mark reads a line without a payload.
func (r *Reader) mark(rec *record) (Step, error) {
	switch {
	case rec.batched:
		return nil, fmt.Errorf("batch: a line of kind %s cannot be part of a batch", rec.kind)
	case rec.kind == kindBeginBlock:
		return r.blocks.begin(rec.object)
	case rec.kind == kindEndBlock:
		return r.blocks.end(rec.object)
	case rec.kind == kindExpected && r.blocks.open:
		return nil, errOpenBlock
	}
	rows := readRows(rec.object)
	return Checkpoint{Line: rec.line, Final: rec.kind == kindExpected, Rows: rows}, rec.close(true)
}

// early returns the error of a file that ends without expected positions.
func (r *Reader) early() error {
	if r.blocks.open {
		return fmt.Errorf("%w, and %w", errNoExpected, errOpenBlock)
	}
	return errNoExpected
}

// finish returns io.EOF if nothing follows the expected positions, and an error otherwise.
func (r *Reader) finish() error {
	_, err := r.records.lines.next()
	if err == io.EOF {
		return err
	}
	return r.records.fault(r.records.lines.number, errTrailing)
}

// record returns the record that was read ahead, or the next one.
func (r *Reader) record() (*record, error) {
	rec, err := r.peek()
	r.hasAhead = false
	if err == nil {
		r.last = rec.line
	}
	return rec, err
}

func (r *Reader) peek() (*record, error) {
	if !r.hasAhead {
		r.ahead, r.aheadErr = r.records.next()
		r.hasAhead = true
	}
	return r.ahead, r.aheadErr
}
