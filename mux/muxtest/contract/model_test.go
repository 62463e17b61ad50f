package contract

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/listeners"
)

// step is one thing that the driver does to the bus, or a consumer in answer to a call.
type step struct {
	Verb  string
	Kinds []int  // of the events
	Gap   uint64 // sequence numbers that routed events leave out
	Which int    // the character that attaches, or the consumer that detaches
}

// character says how a consumer behaves: its shape, and what it does in answer to which of its
// calls.
type character struct {
	Shape   listeners.Shape
	Answers map[int][]step
}

// play is a random use of a bus.
type play struct {
	Characters []character
	Steps      []step
}

var (
	sends   = []string{"emit", "emit", "route", "batch", "payload", "use"}
	holds   = append([]string{"keep", "borrow", "borrow"}, sends...)
	comings = []string{"attach", "detach"}
	answers = append(comings, holds...)
	drives  = append([]string{"emit", "emit", "emit", "beginTx", "endTx", "block"}, sends...)
	driving = append(comings, drives...)
	stepOf  = func(verbs []string) *rapid.Generator[step] {
		return rapid.Custom(func(t *rapid.T) step { return drawStep(t, verbs) })
	}
	plays = rapid.Custom(func(t *rapid.T) play {
		return play{
			rapid.SliceOfN(rapid.Custom(func(t *rapid.T) character {
				return drawCharacter(t, rapid.SampledFrom(listeners.Shapes).Draw(t, "shape"), answers)
			}), 1, 8).Draw(t, "characters"),
			rapid.SliceOfN(stepOf(driving), 1, 40).Draw(t, "steps"),
		}
	})
)

// playsOf returns plays with consumers that are neither attached nor detached.
func playsOf(shapes []listeners.Shape) *rapid.Generator[play] {
	return rapid.Custom(func(t *rapid.T) play {
		var characters []character
		for _, s := range shapes {
			characters = append(characters, drawCharacter(t, s, holds))
		}
		return play{characters, rapid.SliceOfN(stepOf(drives), 1, 40).Draw(t, "steps")}
	})
}

func drawStep(t *rapid.T, verbs []string) step {
	s := step{
		Verb:  rapid.SampledFrom(verbs).Draw(t, "verb"),
		Kinds: rapid.SliceOfN(rapid.IntRange(0, len(kinds)-1), 1, 4).Draw(t, "kinds"),
		Which: rapid.IntRange(0, 15).Draw(t, "which"),
	}
	s.Gap = uint64(rapid.IntRange(0, 2).Draw(t, "gap"))
	return s
}

func drawCharacter(t *rapid.T, s listeners.Shape, verbs []string) character {
	answers := rapid.MapOfN(rapid.IntRange(1, 12), rapid.SliceOfN(stepOf(verbs), 1, 3), 0, 3)
	return character{s, answers.Draw(t, "answers")}
}

// stage is one machine in one play.
type stage struct {
	machine
	play       play
	log        []listeners.Call
	consumers  []func() // the detach of each, in the order of attaching
	numbers    int64    // given to events so far
	height     uint64
	open, inTx bool
	holdings
}

// perform runs the play and logs every call of every consumer, in order.
func perform(p play, m machine) *stage {
	s := &stage{machine: m, play: p, holdings: holdings{constructed: map[int64]bool{}}}
	for which := range p.Characters {
		s.enter(which)
	}
	s.block()
	for _, next := range p.Steps {
		s.do(next)
	}
	s.block()
	s.use()
	return s
}

func (s *stage) do(next step) {
	switch next.Verb {
	case "attach":
		s.enter(next.Which % len(s.play.Characters))
	case "detach":
		s.consumers[next.Which%len(s.consumers)]()
	case "block":
		s.block()
	case "keep":
		s.keep()
	case "borrow":
		s.borrow()
	case "use":
		s.use()
	case "beginTx":
		if !s.inTx {
			s.inTx = true
			s.beginTx(fmt.Sprint("tx", len(s.log)))
		}
	case "endTx":
		if s.inTx {
			s.inTx = false
			s.endTx()
		}
	default:
		s.send(next)
	}
}

// send emits or routes, where that is allowed. A play has a bound on events, since consumers answer
// their own.
func (s *stage) send(next step) {
	if !s.open || s.numbers > 400 {
		return
	}
	var ks []kind
	for _, k := range next.Kinds {
		ks = append(ks, kinds[k])
	}
	first := s.numbers + 1
	switch next.Verb {
	case "emit":
		s.numbers++
		s.emit(ks[0], first)
	case "route":
		s.numbers++
		s.constructed[first] = true
		s.route(next.Gap, first, ks[0])
	case "payload":
		s.numbers++
		s.payload(next.Gap, first, ks[0])
	case "batch":
		s.numbers += int64(len(ks))
		for n := range int64(len(ks)) {
			s.constructed[first+n] = true
		}
		s.batch(next.Gap, first, ks...)
	}
}

// block ends the block, if one is open, and begins the next.
func (s *stage) block() {
	if s.inTx {
		s.do(step{Verb: "endTx"})
	}
	if s.open {
		s.open = false
		s.endBlock()
	}
	s.height++
	s.open = true
	s.begin(s.height)
}

// enter attaches a new consumer of a character.
func (s *stage) enter(which int) {
	if len(s.consumers) > 60 {
		return
	}
	c := s.play.Characters[which]
	calls := 0
	s.consumers = append(s.consumers, nil)
	who := len(s.consumers) - 1
	s.consumers[who] = s.attach(who, c.Shape, func(call listeners.Call, e events.Event) {
		s.log = append(s.log, call)
		calls++
		s.during(call, e, func() {
			for _, answer := range c.Answers[calls] {
				s.do(answer)
			}
		})
	})
}

// TestModel: on random plays of everything that can be done to a bus, it makes the calls that the
// naive model makes, in the same order. Kept events stay as they were, and every late use of a lent
// event panics, whenever it happens.
func TestModel(t *testing.T) {
	t.Run("router", func(t *testing.T) { checkPlays(t, plays, newRouted) })
	for name, s := range wiredSetups {
		t.Run(name, func(t *testing.T) { checkPlays(t, playsOf(s.shapes), func() machine { return newFixed(s) }) })
	}
}

func checkPlays(t *testing.T, plays *rapid.Generator[play], fresh func() machine) {
	rapid.Check(t, func(rt *rapid.T) {
		p := plays.Draw(rt, "play")
		want := perform(p, &naive{})
		got := perform(p, fresh())
		require.Equal(rt, want.log, got.log)
		require.Equal(rt, want.ignored(), got.ignored())
		require.Empty(rt, got.faults)
		ascends(rt, got.log)
		again := perform(p, fresh())
		require.Equal(rt, got.log, again.log, "the same play makes the same calls")
	})
}

// ascends checks without the model that the events of all calls are in one ascending order.
func ascends(t require.TestingT, log []listeners.Call) {
	for i := 1; i < len(log); i++ {
		a, b := log[i-1], log[i]
		same := a.Height == b.Height && a.Sequence == b.Sequence
		if same {
			require.Equal(t, a.Kind, b.Kind, "two events in one place")
			require.LessOrEqual(t, a.Who, b.Who, "consumers are called in the order of attaching")
			continue
		}
		ascending := a.Height < b.Height || a.Height == b.Height && a.Sequence < b.Sequence
		require.True(t, ascending, "%v comes before %v", a, b)
	}
}
