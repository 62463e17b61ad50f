// Package results holds what was measured, in the format of Go benchmarks, which benchstat reads.
package results

import (
	"fmt"
	"io"
	"slices"

	"golang.org/x/perf/benchfmt"

	"github.com/busgen/busgen/bench/measure"
)

// Set holds the measurements of one run, in the order in which they were made.
type Set struct {
	config []benchfmt.Config
	lines  []line
}

type line struct {
	name   string // without Benchmark
	times  int
	values []Value
}

// Value is one number and what it counts.
type Value struct {
	Number float64
	Unit   string
}

// The units of more than one measurement.
const (
	Nanos       = "ns/op"
	Processor   = "processor-ns/op"
	Allocations = "allocs/op"
	Lines       = "lines"
)

// Describe records something about the whole run, such as the machine.
func (s *Set) Describe(key, value string) {
	s.config = append(s.config, benchfmt.Config{Key: key, Value: []byte(value), File: true})
}

// Description returns what [Set.Describe] recorded.
func (s *Set) Description(key string) string {
	for _, c := range s.config {
		if c.Key == key {
			return string(c.Value)
		}
	}
	return ""
}

// Add records one measurement, the mean of so many times. One that is made again is added again.
func (s *Set) Add(name string, times int, values ...Value) {
	s.lines = append(s.lines, line{name, times, values})
}

// Median returns the middle one of all values of this name and unit, if there is one.
func (s *Set) Median(name, unit string) (float64, bool) {
	var all []float64
	for _, l := range s.lines {
		if l.name != name {
			continue
		}
		for _, v := range l.values {
			if v.Unit == unit {
				all = append(all, v.Number)
			}
		}
	}
	return measure.Median(all), len(all) > 0
}

// Write writes the set in the format of Go benchmarks, the lines of one name together.
func (s *Set) Write(w io.Writer) error {
	out := benchfmt.NewWriter(w)
	lines := slices.Clone(s.lines)
	first := map[string]int{}
	for i, l := range lines {
		if _, known := first[l.name]; !known {
			first[l.name] = i
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return first[a.name] - first[b.name] })
	for _, l := range lines {
		r := &benchfmt.Result{Config: s.config, Name: benchfmt.Name(l.name), Iters: l.times}
		for _, v := range l.values {
			r.Values = append(r.Values, benchfmt.Value{Value: v.Number, Unit: v.Unit})
		}
		if err := out.Write(r); err != nil {
			return err
		}
	}
	return nil
}

// Read reads a set that was written. The name is the file's, for errors.
func Read(r io.Reader, name string) (*Set, error) {
	s := new(Set)
	in := benchfmt.NewReader(r, name)
	for in.Scan() {
		switch record := in.Result().(type) {
		case *benchfmt.SyntaxError:
			return nil, fmt.Errorf("read results: %w", record)
		case *benchfmt.Result:
			s.take(record)
		}
	}
	return s, in.Err()
}

// take copies a record, because the reader uses its memory again.
func (s *Set) take(r *benchfmt.Result) {
	if len(s.config) == 0 {
		for _, c := range r.Config {
			if c.File {
				s.Describe(c.Key, string(c.Value))
			}
		}
	}
	var values []Value
	for _, v := range r.Values {
		if v.OrigUnit != "" {
			v.Value, v.Unit = v.OrigValue, v.OrigUnit
		}
		values = append(values, Value{v.Value, v.Unit})
	}
	s.Add(r.Name.String(), r.Iters, values...)
}
