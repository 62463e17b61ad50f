package main

import (
	"os"

	"github.com/busgen/busgen/bench/report"
	"github.com/busgen/busgen/bench/results"
)

const (
	latest = "results/latest.txt" // the results of the last full run
	docs   = "../docs"
)

// save keeps the results and writes the document from them.
func save(s *results.Set) error {
	f, err := os.Create(latest)
	if err != nil {
		return err
	}
	if err := s.Write(f); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return writeDocs()
}

// saveCore measures the trading core and puts that into the last results, in place of what they had of it.
func saveCore() error {
	s, err := last()
	if err != nil {
		return err
	}
	s.Drop("Core/")
	s.Drop("Store/")
	if err := thoroughly.cores(s); err != nil {
		return err
	}
	return save(s)
}

// writeDocs reads the results rather than taking them over, so that the document never shows what is not in them.
func writeDocs() error {
	s, err := last()
	if err != nil {
		return err
	}
	return report.Write(docs, s)
}

// last is the last results.
func last() (*results.Set, error) {
	f, err := os.Open(latest)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return results.Read(f, latest)
}
