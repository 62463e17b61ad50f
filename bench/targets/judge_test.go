package targets_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/results"
	"github.com/busgen/busgen/bench/targets"
)

func judge(t *testing.T, name string, s *results.Set) targets.Verdict {
	t.Helper()
	for _, target := range targets.All() {
		if target.Name == name {
			return target.Judge(s)
		}
	}
	t.Fatalf("there is no target %s", name)
	return targets.Verdict{}
}

// set holds one value each.
func set(unit string, values map[string]float64) *results.Set {
	s := new(results.Set)
	for name, n := range values {
		s.Add(name, 1, results.Value{Number: n, Unit: unit})
	}
	return s
}

func TestJudge(t *testing.T) {
	const ours, peer = "Trade/fanout=4/bus=value", "Trade/fanout=4/bus=gbus"
	const route, loop = "Dispatch/fanout=1/bus=route", "Dispatch/fanout=1/bus=loop"
	for _, c := range []struct {
		name   string
		nanos  map[string]float64
		line   string
		failed bool
	}{
		{"trade/value@4", map[string]float64{ours: 50, peer: 500}, "ratio trade/value@4 10.00 10.00 ok", false},
		{"trade/value@4", map[string]float64{ours: 50, peer: 430}, "ratio trade/value@4 8.60 10.00 near", false},
		{"trade/value@4", map[string]float64{ours: 50, peer: 420}, "ratio trade/value@4 8.40 10.00 short", true},
		{"trade/value@4", map[string]float64{peer: 420}, "ratio trade/value@4 - 10.00 short", true},
		{"trade/value@4", map[string]float64{ours: 50}, "ratio trade/value@4 - 10.00 short", true},
		{"dispatch/loop@1", map[string]float64{route: 8, loop: 4}, "ratio dispatch/loop@1 2.00 2.00 ok", false},
		{"dispatch/loop@1", map[string]float64{route: 10, loop: 4}, "ratio dispatch/loop@1 2.50 2.00 short", true},
	} {
		v := judge(t, c.name, set(results.Nanos, c.nanos))
		require.Equal(t, c.line, v.String())
		require.Equal(t, c.failed, v.Failed, c.line)
		require.NotEmpty(t, v.Why)
	}
}

// The most of both payloads and all numbers of consumers counts.
func TestAllocations(t *testing.T) {
	values := map[string]float64{
		"Trade/fanout=1/bus=interface": 0.004, "Trade/fanout=4/bus=interface": 0.004, "Trade/fanout=16/bus=interface": 0.004,
		"Small/fanout=1/bus=interface": 0.005, "Small/fanout=4/bus=interface": 0.0201,
	}
	require.NotEmpty(t, judge(t, "allocs/interface", set(results.Allocations, values)).Cause)
	values["Small/fanout=16/bus=interface"] = 0.004
	v := judge(t, "allocs/interface", set(results.Allocations, values))
	require.Equal(t, "ratio allocs/interface 0.0200 0.01 short", v.String())
}

// The worse of clock and processor counts.
func TestBuildTime(t *testing.T) {
	s := new(results.Set)
	add := func(name string, wall, processor float64) {
		s.Add(name, 1, results.Value{Number: wall, Unit: results.Nanos})
		s.Add(name, 1, results.Value{Number: processor, Unit: results.Processor})
	}
	add(results.Build(growth.Current, 80), 3e9, 4e9)
	add(results.Build(growth.First, 80), 2e9, 2.5e9)
	require.Equal(t, "ratio build/time@80 1.60 2.00 ok", judge(t, "build/time@80", s).String())
	add(results.Build(growth.Current, 2000), 90e9, 100e9)
	require.Equal(t, "ratio build/linear@2000 1.20 1.30 ok", judge(t, "build/linear@2000", s).String())
}

func TestNamesAreUnique(t *testing.T) {
	names := map[string]bool{}
	for _, target := range targets.All() {
		require.False(t, names[target.Name], target.Name)
		names[target.Name] = true
	}
	require.Len(t, names, 34)
}
