package targets_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/results"
	"github.com/busgen/busgen/bench/targets"
)

// run is a run with these nanoseconds end to end at 4 consumers.
func run(nanos map[string]float64) *results.Set {
	s := new(results.Set)
	for bus, n := range nanos {
		s.Add(results.Carried(measure.EndToEnd, 4, bus), 1, results.Value{Number: n, Unit: results.Nanos})
	}
	return s
}

func judge(t *testing.T, name string, s *results.Set) targets.Verdict {
	for _, target := range targets.All() {
		if target.Name == name {
			return target.Judge(s)
		}
	}
	t.Fatalf("there is no target %s", name)
	return targets.Verdict{}
}

func TestJudge(t *testing.T) {
	for _, c := range []struct {
		name   string
		nanos  map[string]float64
		line   string
		failed bool
	}{
		{name: "wired/direct@4", nanos: map[string]float64{"wired-pointer": 4.6, "direct": 5}, line: "ratio wired/direct@4 0.92 1.10 ok"},
		{name: "wired/direct@4", nanos: map[string]float64{"wired-pointer": 6, "direct": 5}, line: "ratio wired/direct@4 1.20 1.10 short"},
		{name: "wired/direct@4", nanos: map[string]float64{"wired-pointer": 6.5, "direct": 5}, line: "ratio wired/direct@4 1.30 1.10 short", failed: true},
		{name: "value/peer@4", nanos: map[string]float64{"router-value": 10, "gbus": 35}, line: "ratio value/peer@4 3.50 3.50 ok"},
		{name: "value/peer@4", nanos: map[string]float64{"router-value": 10, "gbus": 30}, line: "ratio value/peer@4 3.00 3.50 short"},
		{name: "value/peer@4", nanos: map[string]float64{"router-value": 10, "gbus": 29}, line: "ratio value/peer@4 2.90 3.50 short", failed: true},
		{name: "value/peer@4", nanos: map[string]float64{"gbus": 29}, line: "ratio value/peer@4 - 3.50 short", failed: true},
	} {
		v := judge(t, c.name, run(c.nanos))
		require.Equal(t, c.line, v.String())
		require.Equal(t, c.failed, v.Failed, c.line)
	}
}

// The fastest peer counts, and hand-written code for one type is no peer.
func TestBestPeer(t *testing.T) {
	v := judge(t, "interface/peer@4", run(map[string]float64{"router-interface": 10, "gbus": 60, "genbus": 50, "loop": 5, "gbus-value": 5}))
	require.Equal(t, 5.0, v.Value)
}

// The worst number of consumers counts.
func TestAllocations(t *testing.T) {
	s := new(results.Set)
	require.NotEmpty(t, judge(t, "allocs/interface", s).Cause)
	for fanout, n := range map[int]float64{1: 0.005, 4: 0.0301, 16: 0.0004} {
		s.Add(results.Carried(measure.EndToEnd, fanout, "router-interface"), 1, results.Value{Number: n, Unit: results.Allocations})
	}
	require.Equal(t, "ratio allocs/interface 0.0300 0.02 short", judge(t, "allocs/interface", s).String())
}

func TestLinear(t *testing.T) {
	s := new(results.Set)
	s.Add(results.Build(80), 1, results.Value{Number: 8e9, Unit: results.Nanos})
	s.Add(results.Build(500), 1, results.Value{Number: 45e9, Unit: results.Nanos})
	require.Equal(t, "ratio build/linear@500 0.90 1.00 ok", judge(t, "build/linear@500", s).String())
	require.True(t, judge(t, "build/linear@2000", s).Failed)
}

func TestNamesAreUnique(t *testing.T) {
	names := map[string]bool{}
	for _, target := range targets.All() {
		require.False(t, names[target.Name], target.Name)
		names[target.Name] = true
	}
	require.Len(t, names, 25)
}
