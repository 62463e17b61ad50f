package muxtest_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	neighbourdomain "github.com/busgen/busgen/mux/muxtest/internal/neighbour/domain"
	neighbour "github.com/busgen/busgen/mux/muxtest/internal/neighbour/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// methods holds the expectations that take payloads.
var methods = map[string]func(*muxtest.Recorder, ...any){
	"Exactly": (*muxtest.Recorder).Exactly, "InOrder": (*muxtest.Recorder).InOrder,
	"Has": (*muxtest.Recorder).Has, "None": (*muxtest.Recorder).None,
}

// here is the path of the packages of the samples.
const here = "github.com/busgen/busgen/mux/muxtest/internal/"

// rejected holds values that can match no event of the sample, and the reason that is reported.
var rejected = map[string]struct {
	value any
	why   string
}{
	"nil":           {nil, "nil is not a payload"},
	"pointer":       {&domain.Ticked{}, "*domain.Ticked is a pointer to a payload: write domain.Ticked{…}"},
	"event struct":  {generated.Ticked{}, "generated.Ticked is the type of an event: write its payload, or an event made with its constructor"},
	"view":          {generated.TickedView{}, "generated.TickedView is a view: write domain.Ticked{…}"},
	"capability":    {domain.Place{}, "no event of *generated.Router has the payload " + here + "sample/domain.Place, so this would compare nothing"},
	"other type":    {7, "no event of *generated.Router has the payload int, so this would compare nothing"},
	"unnamed type":  {[]string{}, "no event of *generated.Router has the payload []string, so this would compare nothing"},
	"nil event":     {(*generated.Ticked)(nil), "the *generated.Ticked is nil or zero: make an event with its constructor"},
	"zero event":    {new(generated.Ticked), "the *generated.Ticked is nil or zero: make an event with its constructor"},
	"boundary":      {events.NewEndBlock(header), "EndBlock is a boundary and has no payload: use Kinds"},
	"foreign event": {neighbour.NewTicked(header, neighbourdomain.Ticked{}), "no event of *generated.Router has the payload " + here + "neighbour/domain.Ticked, so this would compare nothing"},
}

// TestRejects: an expectation that can match nothing fails, also if it is the only wrong one, and
// whatever was recorded.
func TestRejects(t *testing.T) {
	for method, expect := range methods {
		for name, c := range rejected {
			for recording, record := range map[string]func(muxtest.TB) *muxtest.Recorder{
				"full": game, "empty": func(tb muxtest.TB) *muxtest.Recorder { return muxtest.Record(tb, generated.NewRouter()) },
			} {
				s := &spy{}
				expect(record(s), domain.Ticked{}, c.value)
				require.Equal(t, []string{"muxtest: " + method + ", argument 2: " + c.why}, s.said, "%s, %s, %s", method, name, recording)
			}
		}
	}
}

// TestEveryPayloadIsAccepted: what the bus can emit is compared, although nothing of the type was
// recorded.
func TestEveryPayloadIsAccepted(t *testing.T) {
	s := &spy{}
	rec := muxtest.Record(s, generated.NewRouter())
	rec.None(domain.Given{}, domain.Hit{}, domain.Looted{}, domain.Mapped{}, domain.Moved{}, domain.Spawned{}, domain.Ticked{})
	rec.None(generated.NewTicked(header, domain.Ticked{}))
	require.Empty(t, s.said)
	rec.Has(domain.Ticked{Number: 1})
	rec.Exactly(generated.NewTicked(header, domain.Ticked{Number: 1}))
	require.Equal(t, []string{
		"muxtest: among the events, Ticked{Number: 1} is missing",
		"muxtest: after all 0 events, Ticked game block 7 #2 with {Number: 1} is missing",
	}, s.said)
}

// TestWithoutBus: a recorder that does not know its bus compares with what it has recorded, and
// nothing else.
func TestWithoutBus(t *testing.T) {
	s := &spy{}
	rec := muxtest.NewRecorder(s)
	rec.OnEvent(generated.NewHit(header, blow))
	rec.Exactly(blow)
	rec.Has(generated.NewHit(header, blow))
	require.Empty(t, muxtest.PayloadsOf[domain.Moved](rec))
	require.Empty(t, s.said)

	rec.None(domain.Moved{})
	rec.None(&domain.Hit{})
	require.Equal(t, []string{
		"muxtest: None, argument 1: no recorded event has the payload " + here + "sample/domain.Moved, and the recorder does not know which events can come: " +
			"make it with Record, or call SetBus",
		"muxtest: None, argument 1: *domain.Hit is a pointer to a payload: write domain.Hit{…}",
	}, s.said)

	rec.SetBus(generated.NewRouter())
	rec.None(domain.Moved{})
	require.Len(t, s.said, 2)
}

// TestPayloadsOfRejects: asking for payloads of a type that no event has fails, and asking for an
// interface does not.
func TestPayloadsOfRejects(t *testing.T) {
	s := &spy{}
	rec := game(s)
	require.Equal(t, []domain.Scored{blow}, muxtest.PayloadsOf[domain.Scored](rec))
	require.Empty(t, muxtest.PayloadsOf[interface{ Sing() }](rec))
	require.Empty(t, muxtest.PayloadsOf[domain.Looted](rec))
	require.Empty(t, s.said)
	require.Empty(t, muxtest.PayloadsOf[*domain.Hit](rec))
	require.Empty(t, muxtest.PayloadsOf[domain.Actor](rec))
	require.Equal(t, []string{
		"muxtest: PayloadsOf: *domain.Hit is a pointer to a payload: write domain.Hit{…}",
		"muxtest: PayloadsOf: no event of *generated.Router has the payload " + here + "sample/domain.Actor, so this would compare nothing",
	}, s.said)
}

// reading is a payload of its own, beside those of the sample, for values that the sample's
// payloads do not have.
type reading struct {
	Level  float64
	Any    any
	hidden int
	List   events.List[int]
	inner  struct{ list events.List[int] }
}

// TestCompareOtherValues compares what the sample's payloads do not have.
func TestCompareOtherValues(t *testing.T) {
	nan := reading{Level: math.NaN()}
	require.Empty(t, muxtest.Compare(nan, nan), "NaN is equal to NaN")
	require.Equal(t, "Level: got NaN, want 1", muxtest.Compare(nan, reading{Level: 1}))
	require.Equal(t, "Any: got 1, want nil", muxtest.Compare(reading{Any: 1}, reading{}))
	require.Equal(t, "Any: got a int, want a string", muxtest.Compare(reading{Any: 1}, reading{Any: "1"}))
	require.Equal(t, "hidden: got 1, want 2", muxtest.Compare(reading{hidden: 1}, reading{hidden: 2}))
	listed := reading{}
	listed.inner.list = events.ListOf(1)
	require.Equal(t, "inner.list: got 1 item, want 0 items", muxtest.Compare(listed, reading{}))
	require.Equal(t, "got a int, want a string", muxtest.Compare(1, "1"))
	require.Equal(t, "got a int, want nothing", muxtest.Compare(1, nil))
	require.Empty(t, muxtest.Compare(nil, nil))
}
