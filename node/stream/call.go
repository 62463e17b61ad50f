package stream

import (
	"errors"
	"fmt"
)

var errNoBlock = errors.New("an event outside a block")

// call reads an event, and all others of its batch. An error of the line after a batch is returned with the next step, because the line
// is not part of the batch.
func (r *Reader) call(rec *record) (Step, error) {
	first, err := r.event(rec)
	if err != nil {
		return nil, r.records.fault(rec.line, err)
	}
	call := Call{Batch: rec.batched, Events: []Event{first}}
	if !call.Batch {
		return call, nil
	}
	if r.batches[rec.batch] {
		return nil, r.records.fault(rec.line, fmt.Errorf("batch: number %d is used again: the lines of a batch must follow each other", rec.batch))
	}
	r.batches[rec.batch] = true
	return r.batch(rec, call)
}

// batch reads the lines that follow the first one of a batch.
func (r *Reader) batch(first *record, call Call) (Step, error) {
	for {
		next, err := r.peek()
		if err != nil || !next.batched || next.batch != first.batch || isMark(next.kind) {
			return call, nil
		}
		if _, err := r.record(); err != nil {
			return nil, err
		}
		event, err := r.event(next)
		if err == nil {
			err = mixed(first.kind, next.kind)
		}
		if err != nil {
			return nil, r.records.fault(next.line, err)
		}
		call.Events = append(call.Events, event)
	}
}

// mixed returns an error for two kinds in one batch if positions depend on one of them.
func mixed(first, next string) error {
	if first != next && (kinds[first].consumed || kinds[next].consumed) {
		return fmt.Errorf("batch: kinds %s and %s in one batch", first, next)
	}
	return nil
}

// event decodes the payload of a line.
func (r *Reader) event(rec *record) (Event, error) {
	k, ok := kinds[rec.kind]
	switch {
	case !ok:
		return Event{}, fmt.Errorf("unknown kind %q", clip([]byte(rec.kind)))
	case !r.blocks.open:
		return Event{}, errNoBlock
	}
	payload := k.decode(rec.object)
	if err := rec.close(k.consumed); err != nil {
		return Event{}, err
	}
	return Event{Line: rec.line, Kind: rec.kind, Payload: payload}, nil
}

func isMark(kind string) bool {
	switch kind {
	case kindHeader, kindBeginBlock, kindEndBlock, kindCheckpoint, kindExpected:
		return true
	}
	return false
}
