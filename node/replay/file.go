package replay

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/stream"
	"github.com/busgen/busgen/plugins/positions"
)

// File replays one file on a bus of its own.
func File(name string) Result {
	src, err := os.Open(name)
	if err != nil {
		return Result{File: name, Fault: err}
	}
	defer src.Close()
	return Stream(name, src)
}

// Stream replays one stream on a bus of its own. The result has this name as its file.
func Stream(name string, src io.Reader) Result {
	recorded, err := stream.NewReader(name, src)
	if err != nil {
		return Result{File: name, Fault: err}
	}
	bus, plugin := generated.NewRouter(), positions.New(positions.Config{})
	detach, err := bus.Attach(plugin)
	if err != nil {
		return Result{File: name, Fault: fmt.Errorf("%s: %w", name, err)}
	}
	defer detach()
	p := player{file: name, engine: engine{bus: bus}, positions: plugin}
	p.result.File, p.result.Fault = name, p.play(recorded)
	p.result.Rows = rowsOf(plugin.All())
	p.result.Events = p.engine.delivered
	return p.result
}

// player replays one stream and collects the result.
type player struct {
	file      string
	engine    engine
	positions *positions.Positions
	result    Result
}

// play takes every step, up to the end of the stream or its first error.
func (p *player) play(recorded *stream.Reader) error {
	for {
		step, err := recorded.Next()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		p.step(step)
	}
}

func (p *player) step(step stream.Step) {
	switch s := step.(type) {
	case stream.BeginBlock:
		p.engine.begin(s.Block)
	case stream.EndBlock:
		p.engine.end()
	case stream.Call:
		p.engine.call(s)
	case stream.Checkpoint:
		p.check(s)
	}
}

// check compares the current positions with those of a checkpoint.
func (p *player) check(want stream.Checkpoint) {
	matching, differences := compare(p.file, want, rowsOf(p.positions.All()))
	p.result.Positions += len(want.Rows)
	p.result.MatchingPositions += matching
	p.result.Mismatches = append(p.result.Mismatches, differences...)
}
