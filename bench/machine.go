package main

import (
	"os"
	"runtime"
	"strconv"
	"strings"

	"github.com/busgen/busgen/bench/results"
)

// describe records what the run was made on.
func describe(s *results.Set) {
	s.Describe("goos", runtime.GOOS)
	s.Describe("goarch", runtime.GOARCH)
	s.Describe("go", runtime.Version())
	s.Describe("cpu", processor())
	s.Describe("cores", strconv.Itoa(runtime.NumCPU()))
}

// processor returns the model as Linux names it.
func processor() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(text)) {
		if key, value, found := strings.Cut(line, ":"); found && strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown"
}
