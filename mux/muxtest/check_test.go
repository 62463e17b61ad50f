package muxtest_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/recorded"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// misspelt has a consumer method, others that are near one, and some that only begin alike.
type misspelt struct{}

func (*misspelt) OnMoved(generated.Moved)             {}
func (*misspelt) OnHits(generated.HitEvent)           {}
func (*misspelt) OnHitEvent(generated.HitEvent)       {}
func (*misspelt) HandleLooted(generated.Looted)       {}
func (*misspelt) OnMaped(domain.Mapped)               {}
func (*misspelt) OnScore(generated.ScoredEvent)       {}
func (*misspelt) OnBegin(events.BeginBlock)           {}
func (*misspelt) OnEndBlocks()                        {}
func (*misspelt) OnEvents(events.Event)               {}
func (*misspelt) OnSpawnedTwice(*generated.Spawned)   {}
func (*misspelt) OnClose()                            {}
func (*misspelt) Handle(int)                          {}
func (*misspelt) Apply(generated.HitEvent)            {}
func (*misspelt) On()                                 {}
func (*misspelt) Online() bool                        { return true }
func (*misspelt) OnShutdown(func(generated.HitEvent)) {}

// wrong has methods with the right names and other signatures.
type wrong struct{}

func (wrong) OnHit(domain.Hit)                     {}
func (wrong) OnMoved(*generated.Moved)             {}
func (wrong) OnLooted(generated.LootedView)        {}
func (wrong) OnMapped(generated.MovedEvent)        {}
func (wrong) OnTicked(generated.TickedEvent) error { return nil }
func (wrong) OnSpawned()                           {}
func (wrong) OnGiven(generated.GivenEvent, int)    {}
func (wrong) OnActor(domain.Actor)                 {}
func (wrong) OnPlace(*generated.PlaceEvent)        {}
func (wrong) OnEndTx(string)                       {}
func (wrong) OnEvent(any)                          {}

// right has a method of each kind.
type right struct{}

func (*right) OnHit(generated.HitEvent)       {}
func (*right) OnMoved(generated.Moved)        {}
func (*right) OnActor(generated.ActorEvent)   {}
func (*right) OnScored(generated.ScoredEvent) {}
func (*right) OnBeginBlock(events.BeginBlock) {}
func (*right) OnEndTx(events.EndTx)           {}
func (*right) OnEndBlock(events.EndBlock)     {}
func (*right) OnEvent(events.Event)           {}

type nothing struct{}

// checks holds consumers, and what Check reports for them.
var checks = map[string]struct {
	consumer any
	want     []string
}{
	"right":    {&right{}, nil},
	"function": {generated.HitFunc(func(generated.HitEvent) {}), nil},
	"recorder": {&muxtest.Recorder{}, nil},
	"misspelt": {&misspelt{}, []string{
		"muxtest: method HandleLooted of *muxtest_test.misspelt is not a consumer method; it probably means OnLooted(LootedEvent)",
		"muxtest: method OnBegin of *muxtest_test.misspelt is not a consumer method; it probably means OnBeginBlock(events.BeginBlock)",
		"muxtest: method OnEndBlocks of *muxtest_test.misspelt is not a consumer method; it probably means OnEndBlock(events.EndBlock)",
		"muxtest: method OnEvents of *muxtest_test.misspelt is not a consumer method; it probably means OnEvent(events.Event)",
		"muxtest: method OnHitEvent of *muxtest_test.misspelt is not a consumer method; it probably means OnHit(HitEvent)",
		"muxtest: method OnHits of *muxtest_test.misspelt is not a consumer method; it probably means OnHit(HitEvent)",
		"muxtest: method OnMaped of *muxtest_test.misspelt is not a consumer method; it probably means OnMapped(MappedEvent)",
		"muxtest: method OnScore of *muxtest_test.misspelt is not a consumer method; it probably means OnScored(ScoredEvent)",
		"muxtest: method OnSpawnedTwice of *muxtest_test.misspelt is not a consumer method; it probably means OnSpawned(SpawnedEvent)",
	}},
	"wrong": {wrong{}, []string{
		"muxtest: method OnActor of muxtest_test.wrong is not a consumer method; it probably means OnActor(ActorEvent)",
		"muxtest: method OnEndTx of muxtest_test.wrong is not a consumer method; it probably means OnEndTx(events.EndTx)",
		"muxtest: method OnEvent of muxtest_test.wrong is not a consumer method; it probably means OnEvent(events.Event)",
		"muxtest: method OnGiven of muxtest_test.wrong is not a consumer method; it probably means OnGiven(GivenEvent)",
		"muxtest: method OnHit of muxtest_test.wrong is not a consumer method; it probably means OnHit(HitEvent)",
		"muxtest: method OnLooted of muxtest_test.wrong is not a consumer method; it probably means OnLooted(LootedEvent)",
		"muxtest: method OnMapped of muxtest_test.wrong is not a consumer method; it probably means OnMapped(MappedEvent)",
		"muxtest: method OnMoved of muxtest_test.wrong is not a consumer method; it probably means OnMoved(MovedEvent)",
		"muxtest: method OnPlace of muxtest_test.wrong is not a consumer method; it probably means OnPlace(PlaceEvent)",
		"muxtest: method OnSpawned of muxtest_test.wrong is not a consumer method; it probably means OnSpawned(SpawnedEvent)",
		"muxtest: method OnTicked of muxtest_test.wrong is not a consumer method; it probably means OnTicked(TickedEvent)",
	}},
	"no pointer": {mover{}, []string{
		"muxtest: method OnMoved of muxtest_test.mover has a pointer receiver: attach a *muxtest_test.mover"}},
	"nothing": {nothing{}, []string{"muxtest: muxtest_test.nothing has no consumer method"}},
	"nil":     {nil, []string{"muxtest: the consumer is nil"}},
}

type mover struct{}

func (*mover) OnMoved(generated.Moved) {}

func TestCheck(t *testing.T) {
	for name, c := range checks {
		for _, bus := range []any{generated.NewRouter(), &recorded.ConsumersBus{}} {
			s := &spy{}
			muxtest.Check(s, bus, c.consumer)
			require.Equal(t, c.want, s.said, "%s on %T", name, bus)
		}
	}
}

// TestCheckAgreesWithAttach: what Check accepts attaches, and so does what it only warns of as
// misspelt.
func TestCheckAgreesWithAttach(t *testing.T) {
	for name, c := range checks {
		_, err := generated.NewRouter().Attach(c.consumer)
		require.Equal(t, c.want == nil || name == "misspelt", err == nil, "%s: %v", name, err)
	}
}
