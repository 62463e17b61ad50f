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

// save writes the results, and the document from them.
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
	return writeDocument()
}

// writeDocument reads the results from their file, so that the document never shows what is not in
// them.
func writeDocument() error {
	f, err := os.Open(latest)
	if err != nil {
		return err
	}
	defer f.Close()
	s, err := results.Read(f, latest)
	if err != nil {
		return err
	}
	return report.Write(docs, s)
}
